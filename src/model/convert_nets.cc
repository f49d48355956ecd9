// The order of moves: within an action by descending (frequency, label);
// labels that were added after training (negative frequency) come last, over
// all actions.  Example: {"0": {"": 5}, "2": {"det": 3, "aux": 3}} gives
// (0,""), (2,"det"), (2,"aux").  A row order that is wrong by one would give a
// parse that looks plausible and is nonsense, hence the check against the
// number of output rows.
#include "model/convert_nets.h"

#include <fmt/core.h>

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>
#include <tuple>

#include "model/msgpack.h"
#include "model/thinc.h"

namespace entente::internal {
namespace {

Result<ThincModel> read_net(const Package& package, std::string_view name) {
  const auto bytes = package.read(name);
  if (!bytes) return std::unexpected(bytes.error());
  return ThincModel::parse(*bytes, package.place(name));
}

struct Wanted {
  std::string_view param;    // in the thinc node
  std::string_view section;  // appended to the prefix
  std::size_t rank;
};

Status add_params(const ThincModel& net, const ThincNode& node, std::string_view prefix,
                  std::initializer_list<Wanted> wanted, ModelWriter& writer) {
  for (const Wanted& w : wanted) {
    const auto array = net.param(node, w.param, w.rank);
    if (!array) return std::unexpected(array.error());
    writer.add_tensor(fmt::format("{}.{}", prefix, w.section), (*array)->values, (*array)->shape);
  }
  return {};
}

// The hash embedding tables, one a feature column, and their seeds.  Returns
// the width of the concatenated rows.
Result<std::uint32_t> add_tables(const ThincModel& net, std::string_view prefix,
                                 const std::vector<std::string>& columns, ModelWriter& writer) {
  const auto tables = net.named("hashembed");
  if (tables.size() != columns.size()) {
    return fail(ErrorCode::kBadFormat,
                fmt::format("{} tables for {} columns", tables.size(), columns.size()),
                net.place());
  }
  std::vector<std::uint32_t> seeds;
  std::uint32_t width = 0;
  for (std::uint32_t i = 0; i < tables.size(); ++i) {
    const auto column = net.uint_attr(*tables[i], "column");
    const auto seed = net.uint_attr(*tables[i], "seed");
    const auto rows = net.param(*tables[i], "E", 2);
    if (!column || *column != i || !seed || !rows) {
      return fail(ErrorCode::kBadFormat, fmt::format("table {} is out of order", i), net.place());
    }
    seeds.push_back(*seed);
    width += (*rows)->shape[1];
    ENTENTE_TRY(add_params(net, *tables[i], fmt::format("{}.embed.{}", prefix, columns[i]),
                           {{"E", "E", 2}}, writer));
  }
  writer.add_u32(fmt::format("{}.seeds", prefix), seeds);
  return width;
}

// The embedding layer and the encoder: maxout and layer norm, pairwise.
Status add_layers(const ThincModel& net, std::string_view prefix, std::uint32_t embed_width,
                  std::uint32_t window, ModelWriter& writer) {
  const auto maxouts = net.named("maxout");
  const auto norms = net.named("layernorm");
  if (maxouts.size() < 2 || maxouts.size() != norms.size()) {
    return fail(ErrorCode::kBadFormat, "maxout and layernorm layers do not pair", net.place());
  }
  for (std::size_t i = 0; i < maxouts.size(); ++i) {
    const auto weights = net.param(*maxouts[i], "W", 3);
    if (!weights) return std::unexpected(weights.error());
    const std::uint32_t width = (*weights)->shape[0];
    const std::uint32_t expected = i == 0 ? embed_width : (2 * window + 1) * width;
    if ((*weights)->shape[2] != expected) {
      return fail(ErrorCode::kBadFormat,
                  fmt::format("maxout layer {} reads {} numbers where {} are expected", i,
                              (*weights)->shape[2], expected),
                  net.place());
    }
    const std::string layer =
        i == 0 ? fmt::format("{}.embed", prefix) : fmt::format("{}.encode.{}", prefix, i - 1);
    ENTENTE_TRY(add_params(net, *maxouts[i], layer, {{"W", "W", 3}, {"b", "b", 2}}, writer));
    ENTENTE_TRY(add_params(net, *norms[i], layer, {{"G", "gain", 1}, {"b", "bias", 1}}, writer));
  }
  const std::uint32_t config[] = {window, static_cast<std::uint32_t>(maxouts.size() - 1)};
  writer.add_u32(fmt::format("{}.window_depth", prefix), config);
  return {};
}

Status add_tok2vec(const ThincModel& net, std::string_view prefix, ModelWriter& writer) {
  const auto features = net.only("extract_features");
  if (!features) return std::unexpected(features.error());
  const auto columns = net.strings_attr(**features, "columns");
  if (!columns) return std::unexpected(columns.error());
  const auto windows = net.named("expand_window");
  if (windows.empty()) return fail(ErrorCode::kBadFormat, "no encoder", net.place());
  const auto window = net.uint_attr(*windows.front(), "window_size");
  if (!window) return std::unexpected(window.error());
  if (*window > 16) return fail(ErrorCode::kUnsupported, "a window above 16", net.place());
  writer.add_strings(fmt::format("{}.columns", prefix), *columns);
  const auto width = add_tables(net, prefix, *columns, writer);
  if (!width) return std::unexpected(width.error());
  return add_layers(net, prefix, *width, *window, writer);
}

Status add_tagger(const Package& package, ModelWriter& writer) {
  const auto net = read_net(package, "tagger/model");
  if (!net) return std::unexpected(net.error());
  const auto softmax = net->only("softmax");
  if (!softmax) return std::unexpected(softmax.error());
  ENTENTE_TRY(add_params(*net, **softmax, "tagger", {{"W", "W", 2}, {"b", "b", 1}}, writer));
  const auto config = package.read("tagger/cfg");
  if (!config) return std::unexpected(config.error());
  const auto json = nlohmann::json::parse(*config, nullptr, false);
  std::vector<std::string> labels;
  if (json.is_object() && json.contains("labels") && json["labels"].is_array()) {
    for (const auto& label : json["labels"]) {
      if (label.is_string()) labels.push_back(label.get<std::string>());
    }
  }
  const auto bias = net->param(**softmax, "b", 1);
  if (!bias || (*bias)->shape[0] != labels.size()) {
    return fail(ErrorCode::kBadFormat, fmt::format("{} labels do not fit the net", labels.size()),
                package.place("tagger/cfg"));
  }
  writer.add_strings("tagger.labels", labels);
  return {};
}

// The projection behind the encoder: the linear layer that is not the output.
Result<const ThincNode*> find_projection(const ThincModel& net, const ThincNode* upper) {
  const ThincNode* found = nullptr;
  for (const ThincNode* node : net.named("linear")) {
    if (node == upper) continue;
    if (found != nullptr) return fail(ErrorCode::kBadFormat, "two projections", net.place());
    found = node;
  }
  if (found == nullptr) return fail(ErrorCode::kBadFormat, "no projection", net.place());
  return found;
}

Result<Moves> read_moves(const Package& package, const std::string& file) {
  const Place place = package.place(file);
  const auto bytes = package.read(file);
  if (!bytes) return std::unexpected(bytes.error());
  const auto handle = unpack(*bytes, place);
  if (!handle) return std::unexpected(handle.error());
  const auto field = get_key(handle->get(), "moves", place);
  if (!field) return std::unexpected(field.error());
  const auto json = get_text(**field, place);
  if (!json) return std::unexpected(json.error());
  return order_moves(*json, place);
}

// A transition model: parser or ner.
Status add_transitions(const Package& package, const ThincModel& net, const std::string& name,
                       ModelWriter& writer) {
  const auto lower = net.referred("lower");
  const auto upper = net.referred("upper");
  if (!lower) return std::unexpected(lower.error());
  if (!upper) return std::unexpected(upper.error());
  const auto projection = find_projection(net, *upper);
  if (!projection) return std::unexpected(projection.error());
  ENTENTE_TRY(add_params(net, **projection, fmt::format("{}.project", name),
                         {{"W", "W", 2}, {"b", "b", 1}}, writer));
  ENTENTE_TRY(add_params(net, **lower, fmt::format("{}.lower", name),
                         {{"W", "W", 4}, {"b", "b", 2}, {"pad", "pad", 4}}, writer));
  ENTENTE_TRY(add_params(net, **upper, fmt::format("{}.upper", name),
                         {{"W", "W", 2}, {"b", "b", 1}}, writer));
  const auto moves = read_moves(package, fmt::format("{}/moves", name));
  if (!moves) return std::unexpected(moves.error());
  const auto bias = net.param(**upper, "b", 1);
  if (!bias || (*bias)->shape[0] != moves->actions.size()) {
    return fail(ErrorCode::kBadFormat,
                fmt::format("{} moves do not fit the net", moves->actions.size()), net.place());
  }
  writer.add_u32(fmt::format("{}.actions", name), moves->actions);
  writer.add_strings(fmt::format("{}.labels", name), moves->labels);
  return {};
}

struct Move {
  std::int64_t frequency;
  std::uint32_t action;
  std::string label;
};

bool more_frequent(const Move& a, const Move& b) {
  return std::tie(a.frequency, a.label, b.action) > std::tie(b.frequency, b.label, a.action);
}

}  // namespace

Result<Moves> order_moves(std::string_view json, const Place& place) {
  const auto parsed = nlohmann::json::parse(json, nullptr, false);
  if (!parsed.is_object()) return fail(ErrorCode::kBadFormat, "moves are no JSON object", place);
  std::vector<std::vector<Move>> by_action;
  std::vector<Move> added;
  for (const auto& [key, labels] : parsed.items()) {
    std::uint32_t action = 0;
    const auto [end, error] = std::from_chars(key.data(), key.data() + key.size(), action);
    if (error != std::errc{} || end != key.data() + key.size() || action > 16 ||
        !labels.is_object()) {
      return fail(ErrorCode::kBadFormat, fmt::format("moves of the action '{}'", key), place);
    }
    by_action.resize(std::max<std::size_t>(by_action.size(), action + 1));
    for (const auto& [label, frequency] : labels.items()) {
      if (!frequency.is_number_integer()) {
        return fail(ErrorCode::kBadFormat, fmt::format("frequency of '{}'", label), place);
      }
      const Move move{frequency.get<std::int64_t>(), action, label};
      (move.frequency < 0 ? added : by_action[action]).push_back(move);
    }
  }
  Moves moves;
  by_action.push_back(std::move(added));
  for (std::vector<Move>& group : by_action) {
    std::sort(group.begin(), group.end(), more_frequent);
    for (Move& move : group) {
      moves.actions.push_back(move.action);
      moves.labels.push_back(std::move(move.label));
    }
  }
  return moves;
}

Status convert_nets(const Package& package, ModelWriter& writer) {
  const auto tok2vec = read_net(package, "tok2vec/model");
  if (!tok2vec) return std::unexpected(tok2vec.error());
  ENTENTE_TRY(add_tok2vec(*tok2vec, "tok2vec", writer));
  ENTENTE_TRY(add_tagger(package, writer));
  const auto parser = read_net(package, "parser/model");
  if (!parser) return std::unexpected(parser.error());
  ENTENTE_TRY(add_transitions(package, *parser, "parser", writer));
  const auto ner = read_net(package, "ner/model");
  if (!ner) return std::unexpected(ner.error());
  ENTENTE_TRY(add_tok2vec(*ner, "ner.tok2vec", writer));
  return add_transitions(package, *ner, "ner", writer);
}

}  // namespace entente::internal
