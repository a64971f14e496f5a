// What the environment says about the characters of a terminal.
#pragma once

namespace certrenew {

/// Whether it says UTF-8: the first of LC_ALL, LC_CTYPE and LANG that is set and not empty. Without
/// any of them it is the C locale, which is not.
bool locale_is_utf8();

}  // namespace certrenew
