#include "read/import/problems.hpp"

namespace certrenew::imports {

FilePlace Places::of(std::string_view value) const {
  for (const auto& [name, place] : values) {
    if (name == value) return place;
  }
  return itself;
}

Errors Problems::finish(std::size_t file) {
  const std::string_view text = files_[file].text;
  return errors_[file].finish(text.empty() ? "\n" : text);  // an empty file has a position, too
}

}  // namespace certrenew::imports
