// The text of the token being read.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace certrenew {

/// What the JSON parser gathers a token in: a string that can do little more than grow, and does
/// that faster than one that can do everything.
class TokenText {
 public:
  using value_type = char;

  void push_back(char c) {
    if (size_ + 1 == bytes_.size()) bytes_.resize(2 * bytes_.size());
    bytes_[size_++] = c;
  }
  void clear() { size_ = 0; }

  /// Ends with a NUL, for the functions of C that read numbers.
  [[nodiscard]] const char* data() const {
    bytes_[size_] = '\0';
    return bytes_.data();
  }
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] std::string_view view() const { return {bytes_.data(), size_}; }

  // The parser's binary formats, which are never read, ask for these.
  TokenText() = default;
  // NOLINTNEXTLINE(google-explicit-constructor,hicpp-explicit-conversions)
  TokenText(const std::string& text) : bytes_{text + '\0'}, size_{text.size()} {}
  TokenText(const char* text) : TokenText{std::string{text}} {}  // NOLINT(google-explicit-*)
  TokenText(std::size_t count, char c) : TokenText{std::string(count, c)} {}
  void append(const TokenText& text) {
    for (const char c : text.view()) push_back(c);
  }

 private:
  static constexpr std::size_t usual_room = 256;

  mutable std::string bytes_ = std::string(usual_room, '\0');  // one more than fits, for the NUL
  std::size_t size_ = 0;
};

}  // namespace certrenew
