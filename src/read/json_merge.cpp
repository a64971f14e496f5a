#include <algorithm>
#include <map>

#include "read/json_tape.hpp"

namespace certrenew {

/// Writes a merged document behind the one on the tape.
class JsonTapeMerger {
 public:
  explicit JsonTapeMerger(JsonTape& tape) : tape_{tape}, values_{tape.values_} {}

  void merge_documents(JsonIndex patch, std::span<const std::string_view> left_out) {
    left_out_ = left_out;
    merge(0, patch);
  }

 private:
  using Members = std::map<std::string_view, JsonIndex>;  // by name: the index of the key

  // NOLINTNEXTLINE(bugprone-easily-swappable-parameters): in their order
  void copy(JsonIndex begin, JsonIndex end) {
    const auto first = static_cast<JsonIndex>(values_.size());
    const JsonIndex moved = first - begin;
    values_.resize(end + moved);
    for (JsonIndex at = begin; at < end; ++at) {
      JsonValue copy = values_[at];
      if (is_container(copy.kind)) copy.extent += moved;
      values_[at + moved] = copy;
    }
  }

  /// Writes `target` with `change` applied. No target: the change alone, without its nulls.
  // NOLINTNEXTLINE(bugprone-easily-swappable-parameters): as the RFC has them
  void merge(std::optional<JsonIndex> target, JsonIndex change) {
    if (tape_[change].kind != JsonKind::object) return copy(change, tape_.after(change));
    Members changes;  // those still to be made
    for_each_key(change, [&](JsonIndex key) { changes.emplace(tape_.text(key), key); });
    const std::size_t begin = values_.size();
    copy(change, change + 1);
    if (target && tape_[*target].kind == JsonKind::object) {
      const bool is_document = *target == 0;
      for_each_key(*target, [&](JsonIndex key) {
        if (is_document && is_left_out(tape_.text(key))) return;
        const auto changed = changes.find(tape_.text(key));
        if (changed == changes.end()) {
          copy(key, tape_.after(key + 1));
        } else {
          merge_member(key, key + 1, changed->second + 1);
          changes.erase(changed);
        }
      });
    }
    for_each_key(change, [&](JsonIndex key) {
      if (changes.contains(tape_.text(key))) merge_member(key, std::nullopt, key + 1);
    });
    values_[begin].extent = static_cast<std::uint32_t>(values_.size());
  }

  void merge_member(JsonIndex key, std::optional<JsonIndex> target, JsonIndex change) {
    if (tape_[change].kind == JsonKind::null) return;
    copy(key, key + 1);
    merge(target, change);
  }

  template <class Function>
  void for_each_key(JsonIndex object, const Function& function) const {
    for (JsonIndex key = object + 1; key < tape_.after(object); key = tape_.after(key + 1)) {
      function(key);
    }
  }

  [[nodiscard]] bool is_left_out(std::string_view name) const {
    return std::find(left_out_.begin(), left_out_.end(), name) != left_out_.end();
  }

  const JsonTape& tape_;
  std::vector<JsonValue>& values_;  // of that tape; they grow while they are read
  std::span<const std::string_view> left_out_;
};

JsonIndex JsonTape::merge(JsonIndex patch, std::span<const std::string_view> left_out) {
  const JsonIndex merged = after(0);
  values_.resize(merged);  // without the result of the last call
  JsonTapeMerger{*this}.merge_documents(patch, left_out);
  return merged;
}

}  // namespace certrenew
