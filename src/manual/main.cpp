// Writes the manual pages: `certrenew-manual PROSE DATE FOLDER`. PROSE is the folder with what no
// definition says, a file NAME.man for the page NAME; DATE is that of the pages.
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "manual/page.hpp"

namespace certrenew {

namespace {

namespace fs = std::filesystem;

std::string content(const fs::path& file) {
  std::ifstream in{file, std::ios::binary};
  return {std::istreambuf_iterator<char>{in}, {}};
}

void write(const fs::path& file, const std::string& text) {
  std::ofstream out{file, std::ios::binary};
  out << text;
  if (!out.flush()) throw std::runtime_error{"can't write " + file.string()};
}

void write_manual(const fs::path& prose, std::string_view date, const fs::path& folder) {
  const Definition program = define_program();
  fs::create_directories(folder);
  const auto write_page = [&](const Definition& shown) {
    const std::string name = name_of_page(shown);
    write(folder / (name + ".1"),
          page(program, shown, prose_in(content(prose / (name + ".man"))), date));
  };
  write_page(program);
  for (const Definition& command : program.commands) write_page(command);
}

}  // namespace

}  // namespace certrenew

int main(int count, char** arguments) {
  try {
    if (count != 4) throw std::runtime_error{"usage: certrenew-manual PROSE DATE FOLDER"};
    certrenew::write_manual(arguments[1], arguments[2], arguments[3]);
    return 0;
  } catch (const std::exception& error) {
    static_cast<void>(std::fprintf(stderr, "certrenew-manual: %s\n", error.what()));
    return 1;
  }
}
