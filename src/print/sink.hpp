// Text on its way out.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <utility>

namespace certrenew::print {

/// A buffer that writers append to. Where it grows large, and somebody takes the text on, it is
/// emptied, so that an answer never stands in memory as a whole.
class Sink {
 public:
  /// Takes the text on, and empties it; may keep it as it is.
  using Drain = std::function<void(std::string&)>;

  /// Keeps all of the text.
  Sink() = default;
  explicit Sink(Drain drain) : drain_{std::move(drain)} {}
  Sink(const Sink&) = delete;
  Sink& operator=(const Sink&) = delete;

  std::string text;

  /// Hands the text on if there is much of it. Writers call it between rows and members.
  void drain_if_large() {
    if (text.size() >= most && drain_) drain_(text);
  }

 private:
  static constexpr std::size_t most = std::size_t{1024} * 1024;
  Drain drain_;
};

}  // namespace certrenew::print
