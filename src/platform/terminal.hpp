// What a terminal can show.
#pragma once

#include <cstddef>

#include "platform/streams.hpp"

namespace certrenew::platform {

/// Whether somebody sees what is written there, or types what is read.
bool is_terminal(Descriptor descriptor);

/// Whether it is a terminal that obeys escape sequences instead of showing them.
bool obeys_escapes(Descriptor descriptor);

/// The width of the terminal; 0 if the stream is no terminal.
std::size_t columns_of(Descriptor descriptor);

/// Whether text is UTF-8 unless the environment says otherwise.
bool is_utf8_usual();

}  // namespace certrenew::platform
