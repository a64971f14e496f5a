// The text of the token being read.
#pragma once

#include <cstddef>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace certrenew {

/// What the JSON parser gathers a token in: a string that can do little more than grow, and does
/// that faster than one that can do everything.
class TokenText {
 public:
  using value_type = char;

  TokenText() : begin_{std::make_unique_for_overwrite<char[]>(usual_room)} { set_end(usual_room); }

  void push_back(char c) {
    if (end_ == last_) grow();
    *end_++ = c;
  }
  void clear() { end_ = begin_.get(); }

  /// Ends with a NUL, for the functions of C that read numbers.
  [[nodiscard]] const char* data() const {
    *end_ = '\0';
    return begin_.get();
  }
  [[nodiscard]] std::size_t size() const { return static_cast<std::size_t>(end_ - begin_.get()); }
  [[nodiscard]] std::string_view view() const { return {begin_.get(), size()}; }

  // The parser's binary formats, which are never read, ask for these.
  TokenText(const TokenText& text) : TokenText{} { append(text); }
  TokenText(TokenText&&) = default;
  TokenText& operator=(TokenText&&) = default;
  // NOLINTNEXTLINE(google-explicit-constructor,hicpp-explicit-conversions)
  TokenText(const std::string& text) : TokenText{} {
    for (const char c : text) push_back(c);
  }
  TokenText(const char* text) : TokenText{std::string{text}} {}  // NOLINT(google-explicit-*)
  TokenText(std::size_t count, char c) : TokenText{std::string(count, c)} {}
  void append(const TokenText& text) {
    for (const char c : text.view()) push_back(c);
  }

 private:
  static constexpr std::size_t usual_room = 256;

  void set_end(std::size_t room) {
    end_ = begin_.get();
    last_ = begin_.get() + room - 1;
  }
  void grow() {
    const std::size_t kept = size();
    const std::size_t room = 2 * (kept + 1);
    auto larger = std::make_unique_for_overwrite<char[]>(room);
    std::memcpy(larger.get(), begin_.get(), kept);
    begin_ = std::move(larger);
    set_end(room);
    end_ += kept;
  }

  std::unique_ptr<char[]> begin_;
  char* end_ = nullptr;   // of the text; there is room for a NUL after it
  char* last_ = nullptr;  // where the text may end at most
};

}  // namespace certrenew
