#include "record/byte_map.h"

#include <gtest/gtest.h>

namespace entente {
namespace {

// "a&amp;bc" read as "a&bc".
ByteMap decoded() {
  ByteMap map;
  map.add(0, {0, 1});
  map.add(1, {1, 6});
  map.add(2, {6, 8});
  map.close(4);
  return map;
}

TEST(ByteMap, WithoutRunsNothingMoved) { EXPECT_EQ(ByteMap().source(3, 7), (ByteRange{3, 7})); }

TEST(ByteMap, EvenRunsByteByByteOthersAsAWhole) {
  const ByteMap map = decoded();
  EXPECT_EQ(map.source(0, 1), (ByteRange{0, 1}));
  EXPECT_EQ(map.source(1, 2), (ByteRange{1, 6}));
  EXPECT_EQ(map.source(1, 3), (ByteRange{1, 7}));
  EXPECT_EQ(map.source(3, 4), (ByteRange{7, 8}));
  EXPECT_EQ(map.source(0, 4), (ByteRange{0, 8}));
}

TEST(ByteMap, OneAfterTheOther) {
  // "<p>a&amp;bc" was latin-1 with two bytes for each "a": [0,3) [3,5) [5,12).
  ByteMap bytes;
  bytes.add(0, {0, 3});
  bytes.add(3, {3, 5});
  bytes.add(4, {5, 12});
  bytes.close(11);
  ByteMap text;
  text.add(0, {3, 4});
  text.add(1, {4, 9});
  text.add(2, {9, 11});
  text.close(4);
  const ByteMap joined = text.after(bytes);
  EXPECT_EQ(joined.source(0, 1), (ByteRange{3, 5}));
  EXPECT_EQ(joined.source(1, 2), (ByteRange{5, 10}));
  EXPECT_EQ(joined.source(3, 4), (ByteRange{11, 12}));
}

TEST(ByteMap, AnEvenRunOverSeveralOfTheEarlierMap) {
  ByteMap bytes;  // "é" in the middle came from one byte
  bytes.add(0, {0, 2});
  bytes.add(2, {2, 3});
  bytes.add(4, {3, 5});
  bytes.close(6);
  ByteMap text;
  text.add(0, {0, 6});
  text.close(6);
  const ByteMap joined = text.after(bytes);
  EXPECT_EQ(joined.source(1, 2), (ByteRange{1, 2}));
  EXPECT_EQ(joined.source(2, 4), (ByteRange{2, 3}));
  EXPECT_EQ(joined.source(4, 5), (ByteRange{3, 4}));
}

}  // namespace
}  // namespace entente
