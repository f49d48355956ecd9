#include "knowledge/knowledge.h"

#include <fmt/core.h>

#include <algorithm>

#include "knowledge/atoms.h"
#include "knowledge/compile.h"
#include "knowledge/layers.h"
#include "knowledge/name_index.h"
#include "knowledge/tables.h"
#include "knowledge/words.h"

namespace entente {

std::string RowRef::to_string() const {
  return file.empty() ? std::string() : fmt::format("{}:{}", file, line);
}

namespace {

std::string_view sector_word(std::uint8_t index) {
  return index < kSectors.size() ? kSectors[index] : std::string_view();
}

RowRef make_row(std::uint8_t file, std::uint32_t line) {
  return {file < std::size(kImageFiles) ? kImageFiles[file] : std::string_view(), line};
}

}  // namespace

Candidate make_candidate(const Image& image, std::uint32_t layer, std::uint32_t index,
                         NameForm form) {
  Candidate c;
  const ImageEntry* e = image.entry(index);
  if (e == nullptr) return c;
  c.kind = static_cast<NameKind>(e->kind);
  c.form = form;
  c.office = static_cast<Office>(e->office);
  c.id = image.text(e->id);
  c.key = image.text(e->key);
  c.code = image.text(e->code);
  c.name = image.text(e->name);
  c.subkind = image.text(e->subkind);
  c.sectors = Sectors(sector_word(e->sector1), sector_word(e->sector2));
  c.period = {e->first, e->last};
  c.row = make_row(e->file, e->line);
  c.entry = {layer, index};
  return c;
}

Term make_term(const Image& image, std::uint32_t layer, const ImageTerm& term) {
  Term t;
  t.person = {layer, term.person};
  if (const ImageEntry* e = image.entry(term.person)) t.name = image.text(e->name);
  t.country = image.text(term.country);
  t.unit = image.text(term.unit);
  t.title = image.text(term.title);
  t.office = static_cast<Office>(term.office);
  t.sectors = Sectors(sector_word(term.sector));
  t.period = {term.first, term.last};
  t.row = make_row(term.file, term.line);
  return t;
}

int weight_of(Office office, RowRef row) {
  switch (office) {
    case Office::kHeadOfState:
    case Office::kHeadOfGovernment:
      return 6;
    case Office::kForeignMinister:
    case Office::kDefenceMinister:
    case Office::kSecretaryGeneral:
      return 5;
    case Office::kOppositionLeader:
      return 4;
    default:
      return row.file == kLeadersFile ? 3 : 1;
  }
}

Knowledge::Knowledge(std::unique_ptr<Layers> layers) : layers_(std::move(layers)) {}
Knowledge::Knowledge(Knowledge&&) noexcept = default;
Knowledge& Knowledge::operator=(Knowledge&&) noexcept = default;
Knowledge::~Knowledge() = default;

Result<Knowledge> Knowledge::open(const std::string& image_path) {
  auto image = Image::map(image_path);
  if (!image) return std::unexpected(image.error());
  auto layers = std::make_unique<Layers>();
  layers->images.push_back(std::move(*image));
  return Knowledge(std::move(layers));
}

namespace {

Result<Image> compile_directory(const std::string& directory, TableSet set) {
  const KnowledgeTables tables = read_tables(directory, set);
  if (!tables.errors.empty()) {
    Error first = tables.errors.front();
    for (std::size_t i = 1; i < tables.errors.size(); ++i) {
      first.message += "\n" + describe(tables.errors[i]);
    }
    return std::unexpected(std::move(first));
  }
  if (tables.files.empty()) {
    return fail(ErrorCode::kNotFound, "no table of ours in this directory", {directory, 0, {}});
  }
  return Image::adopt(compile_image(tables));
}

}  // namespace

Result<Knowledge> Knowledge::from_tables(const std::string& directory) {
  auto image = compile_directory(directory, TableSet::kAll);
  if (!image) return std::unexpected(image.error());
  auto layers = std::make_unique<Layers>();
  layers->images.push_back(std::move(*image));
  return Knowledge(std::move(layers));
}

Status Knowledge::add_overlay(const std::string& directory) {
  auto image = compile_directory(directory, TableSet::kSome);
  if (!image) return std::unexpected(image.error());
  layers_->images.insert(layers_->images.begin(), std::move(*image));
  return {};
}

std::vector<Candidate> Knowledge::find_phrase(std::string_view phrase) const {
  std::vector<Atom> atoms;
  std::string folded;
  split_atoms(without_article(phrase), 0, atoms, folded);
  std::vector<Candidate> out;
  for (std::size_t position = 0; position < layers_->images.size(); ++position) {
    const Image& image = layers_->images[position];
    std::uint32_t node = 0;
    bool known = true;
    for (std::size_t at = 0; known && at < folded.size();) {
      const std::size_t end = folded.find('\0', at);
      const auto atom = image.atom(std::string_view(folded).substr(at, end - at));
      node = atom ? image.child(node, *atom) : 0;
      known = node != 0;
      at = end + 1;
    }
    if (!known || node == 0) continue;
    for (const ImageName& name : image.names_at(node)) {
      Candidate c = make_candidate(image, layers_->layer_of(position), name.entry,
                                   static_cast<NameForm>(name.form));
      const bool seen = std::any_of(out.begin(), out.end(),
                                    [&](const Candidate& o) { return o.entry == c.entry; });
      if (!seen) out.push_back(c);
    }
  }
  return out;
}

// --- members and pacts ---------------------------------------------------

std::vector<std::string_view> Knowledge::members(std::string_view organisation, Date date) const {
  std::vector<std::string_view> out;
  for (const Image& image : layers_->images) {
    for (const ImageMembership& m : image.section<ImageMembership>(SectionId::kMemberships)) {
      if (image.text(m.organisation) == organisation && image.text(m.role) == "member" &&
          Period{m.first, m.last}.contains(date)) {
        out.push_back(image.text(m.member));
      }
    }
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

bool Knowledge::is_member(std::string_view organisation, std::string_view code, Date date) const {
  const auto all = members(organisation, date);
  return std::binary_search(all.begin(), all.end(), code);
}

std::vector<std::string_view> Knowledge::memberships(std::string_view code, Date date) const {
  std::vector<std::string_view> out;
  for (const Image& image : layers_->images) {
    for (const ImageMembership& m : image.section<ImageMembership>(SectionId::kMemberships)) {
      if (image.text(m.member) == code && image.text(m.role) == "member" &&
          Period{m.first, m.last}.contains(date)) {
        out.push_back(image.text(m.organisation));
      }
    }
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

std::vector<Pact> Knowledge::pacts(std::string_view code_a, std::string_view code_b,
                                   Date date) const {
  std::vector<Pact> out;
  for (const Image& image : layers_->images) {
    for (const ImagePact& p : image.section<ImagePact>(SectionId::kPacts)) {
      const std::string_view a = image.text(p.state_a), b = image.text(p.state_b);
      const bool pair = (a == code_a && b == code_b) || (a == code_b && b == code_a);
      const Period period{p.first, p.last};
      if (pair && period.contains(date)) {
        out.push_back({image.text(p.kind), image.text(p.name), period, {kPactsFile, p.line}});
      }
    }
  }
  return out;
}

// --- single rows -----------------------------------------------------------

namespace {

// The entry of a key in the topmost image that has it, of the wanted kinds.
template <typename Wanted>
std::pair<const Image*, const ImageEntry*> find_row(const std::vector<Image>& images,
                                                    std::string_view key, Wanted wanted) {
  for (const Image& image : images) {
    const ImageEntry* e = image.find_key(key);
    if (e != nullptr && wanted(static_cast<NameKind>(e->kind))) return {&image, e};
  }
  return {nullptr, nullptr};
}

template <typename T>
const T* record_at(const Image& image, SectionId id, std::uint32_t index) {
  const auto records = image.section<T>(id);
  return index < records.size() ? &records[index] : nullptr;
}

}  // namespace

std::optional<StateInfo> Knowledge::state(std::string_view id) const {
  const auto [image, e] =
      find_row(layers_->images, id, [](NameKind kind) { return kind == NameKind::kState; });
  if (e == nullptr) return std::nullopt;
  const auto* s = record_at<ImageState>(*image, SectionId::kStates, e->detail);
  if (s == nullptr) return std::nullopt;
  return StateInfo{image->text(e->key),           image->text(e->code),
                   image->text(e->name),          image->text(s->official_name),
                   image->text(s->capital),       image->text(s->region),
                   image->strings(s->neighbours), static_cast<Office>(s->leader),
                   {e->first, e->last},           make_row(e->file, e->line)};
}

std::optional<OrganisationInfo> Knowledge::organisation(std::string_view id) const {
  const auto [image, e] = find_row(layers_->images, id, [](NameKind kind) {
    return kind == NameKind::kOrganisation || kind == NameKind::kGroup;
  });
  if (e == nullptr) return std::nullopt;
  const auto* o = record_at<ImageOrganisation>(*image, SectionId::kOrganisations, e->detail);
  if (o == nullptr) return std::nullopt;
  return OrganisationInfo{
      image->text(e->key),         image->text(e->code), image->text(e->name),
      image->text(e->subkind),     image->text(o->seat), image->text(o->country),
      image->text(o->state_owner), {e->first, e->last},  make_row(e->file, e->line)};
}

std::optional<PlaceInfo> Knowledge::place(EntryId entry) const {
  const Image* image = layers_->image(entry.layer);
  const ImageEntry* e = image == nullptr ? nullptr : image->entry(entry.index);
  if (e == nullptr) return std::nullopt;
  PlaceInfo info;
  info.name = image->text(e->name);
  info.country = image->text(e->code);
  info.row = make_row(e->file, e->line);
  const auto kind = static_cast<NameKind>(e->kind);
  if (kind == NameKind::kState) {
    const auto* s = record_at<ImageState>(*image, SectionId::kStates, e->detail);
    if (s == nullptr) return std::nullopt;
    const bool dependency = e->key != e->code && e->last == Period::kOpen;
    info.kind = dependency ? "territory" : "state";
    info.lat = s->lat;
    info.lon = s->lon;
    return info;
  }
  if (kind != NameKind::kCity && kind != NameKind::kRegion) return std::nullopt;
  const auto* p = record_at<ImagePlace>(*image, SectionId::kPlaces, e->detail);
  if (p == nullptr) return std::nullopt;
  info.countries = image->strings(p->countries);
  info.admin1 = image->text(p->admin1);
  info.kind = image->text(e->subkind);
  info.lat = p->lat;
  info.lon = p->lon;
  info.population = p->population;
  return info;
}

std::vector<std::string_view> Knowledge::kinds_of_noun(std::string_view noun) const {
  for (const Image& image : layers_->images) {
    const auto nouns = image.section<ImageNoun>(SectionId::kNouns);
    const auto found = std::lower_bound(
        nouns.begin(), nouns.end(), noun,
        [&](const ImageNoun& n, std::string_view s) { return image.text(n.noun) < s; });
    if (found != nouns.end() && image.text(found->noun) == noun) {
      return image.strings(found->kinds);
    }
  }
  return {};
}

std::string Knowledge::version() const {
  std::string out;
  for (const Image& image : layers_->images) {
    out += fmt::format("{}{:016x}", out.empty() ? "" : "+", image.checksum());
  }
  return out;
}

}  // namespace entente
