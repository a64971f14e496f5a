#include <algorithm>
#include <map>

#include "read/json_tape.hpp"

namespace certrenew {

/// Writes one tape from the values of another.
class JsonTapeMerger {
 public:
  JsonTapeMerger(const JsonTape& from, std::vector<JsonValue>& to) : from_{from}, to_{to} {}

  void merge_documents(JsonIndex patch, std::span<const std::string_view> left_out) {
    left_out_ = left_out;
    merge(0, patch);
  }

 private:
  using Members = std::map<std::string_view, JsonIndex>;  // by name: the index of the key

  void copy(JsonIndex at) {
    const JsonIndex end = from_.after(at);
    const auto moved = static_cast<std::uint32_t>(to_.size()) - at;  // modulo 2^32
    for (; at < end; ++at) {
      JsonValue& copy = to_.emplace_back(from_[at]);
      if (is_container(copy.kind)) copy.extent += moved;
    }
  }

  /// Writes `target` with `change` applied. No target: the change alone, without its nulls.
  // NOLINTNEXTLINE(bugprone-easily-swappable-parameters): as the RFC has them
  void merge(std::optional<JsonIndex> target, JsonIndex change) {
    if (from_[change].kind != JsonKind::object) return copy(change);
    Members changes;  // those still to be made
    for_each_key(change, [&](JsonIndex key) { changes.emplace(from_.text(key), key); });
    const std::size_t begin = to_.size();
    to_.push_back(from_[change]);
    if (target && from_[*target].kind == JsonKind::object) {
      const bool is_document = *target == 0;
      for_each_key(*target, [&](JsonIndex key) {
        if (is_document && is_left_out(from_.text(key))) return;
        const auto changed = changes.find(from_.text(key));
        if (changed == changes.end()) {
          copy(key);
          copy(key + 1);
        } else {
          merge_member(key, key + 1, changed->second + 1);
          changes.erase(changed);
        }
      });
    }
    for_each_key(change, [&](JsonIndex key) {
      if (changes.contains(from_.text(key))) merge_member(key, std::nullopt, key + 1);
    });
    to_[begin].extent = static_cast<std::uint32_t>(to_.size());
  }

  void merge_member(JsonIndex key, std::optional<JsonIndex> target, JsonIndex change) {
    if (from_[change].kind == JsonKind::null) return;
    copy(key);
    merge(target, change);
  }

  template <class Function>
  void for_each_key(JsonIndex object, const Function& function) const {
    for (JsonIndex key = object + 1; key < from_.after(object); key = from_.after(key + 1)) {
      function(key);
    }
  }

  [[nodiscard]] bool is_left_out(std::string_view name) const {
    return std::find(left_out_.begin(), left_out_.end(), name) != left_out_.end();
  }

  const JsonTape& from_;
  std::vector<JsonValue>& to_;
  std::span<const std::string_view> left_out_;
};

JsonTape JsonTape::merged(JsonIndex patch, std::span<const std::string_view> left_out) const {
  JsonTape tape;
  tape.document_ = document_;
  tape.decoded_ = decoded_;
  tape.values_.reserve(values_.size());
  JsonTapeMerger{*this, tape.values_}.merge_documents(patch, left_out);
  return tape;
}

}  // namespace certrenew
