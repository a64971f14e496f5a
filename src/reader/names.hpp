// Names that must be found quickly, however many a document has.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace certrenew {

/// Names in order, each once, found by a look through the few that there usually are, or by hash.
/// The texts belong to somebody else.
class Names {
 public:
  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view name) const {
    if (all_.size() <= few) {
      for (std::uint32_t i = 0; i < all_.size(); ++i) {
        if (all_[i] == name) return i;
      }
      return std::nullopt;
    }
    const auto found = index_.find(name);
    return found == index_.end() ? std::nullopt : std::optional{found->second};
  }

  /// Adds a name; false where it is there already.
  bool add(std::string_view name) {
    if (find(name)) return false;
    all_.push_back(name);
    if (all_.size() == few + 1) {
      for (std::uint32_t i = 0; i < all_.size(); ++i) index_.emplace(all_[i], i);
    } else if (all_.size() > few) {
      index_.emplace(name, static_cast<std::uint32_t>(all_.size() - 1));
    }
    return true;
  }

  [[nodiscard]] const std::vector<std::string_view>& all() const { return all_; }
  void clear() {
    all_.clear();
    index_.clear();
  }

 private:
  static constexpr std::size_t few = 16;
  std::vector<std::string_view> all_;
  std::unordered_map<std::string_view, std::uint32_t> index_;
};

}  // namespace certrenew
