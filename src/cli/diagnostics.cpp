#include "cli/diagnostics.hpp"

#include <string>

#include "cli/files.hpp"
#include "text/utf8.hpp"

namespace certrenew {

void tell(std::string_view source, const Faults& faults) {
  const std::string name = text::visible(source);
  std::string lines;
  for (const Diagnostic& fault : faults.first) {
    lines += name + ':' + std::to_string(fault.line) + ':' + std::to_string(fault.column) +
             ": error: " + (fault.path.empty() ? "" : fault.path + ": ") + fault.message + '\n';
  }
  if (faults.more > 0) lines += name + ": and " + std::to_string(faults.more) + " more errors\n";
  write_error(lines);
}

}  // namespace certrenew
