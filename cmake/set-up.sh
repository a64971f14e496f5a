# Functions for cmake/run and cmake/test: they install what is missing and build outside the source
# tree. They print to standard error only and do not read standard input.

say() { printf 'certrenew: %s\n' "$*" >&2; }

source_dir=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
cache=${XDG_CACHE_HOME:-${HOME:-/tmp}/.cache}
build_dir=${CERTRENEW_BUILD_DIR:-$cache/certrenew/$(printf '%s' "$source_dir" | cksum | cut -d' ' -f1)}

# need COMMAND PACKAGE, need_file PATH PACKAGE: note the package if the command or file is missing.
missing=()
need() { command -v "$1" >/dev/null 2>&1 || missing+=("$2"); }
need_file() { [ -e "$1" ] || missing+=("$2"); }

install_missing() {
  [ ${#missing[@]} -eq 0 ] && return
  if ! command -v apt-get >/dev/null 2>&1; then
    say "this system has no apt-get; if the build fails, install what is in these Debian packages:"
    say "  ${missing[*]} (the build downloads missing libraries)"
    return
  fi
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null 2>&1; then
      say "please run as root: apt-get install ${missing[*]}"
      exit 1
    fi
    as_root=(sudo)
  fi
  say "installing ${missing[*]}"
  "${as_root[@]}" apt-get update -qq </dev/null >&2
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "${missing[@]}" </dev/null >&2
}

need_build_tools() {
  need g++ g++
  need cmake cmake
  need ninja ninja-build
  need_file /usr/include/CLI/CLI.hpp libcli11-dev
  need_file /usr/include/nlohmann/json.hpp nlohmann-json3-dev
  need_file /usr/include/date/date.h libhowardhinnant-date-dev
}

# build CMAKE-OPTIONS…: configures and builds.
build() {
  local version
  version=$(cmake --version | sed -n '1s/[^0-9]*//p')
  if [ "$(printf '3.25\n%s\n' "$version" | sort -V | head -n 1)" != 3.25 ]; then
    say "CMake $version is too old; 3.25 or newer is needed"
    exit 1
  fi
  say "building in $build_dir"
  cmake -S "$source_dir" -B "$build_dir" -G Ninja -DCMAKE_BUILD_TYPE=Release "$@" </dev/null >&2
  cmake --build "$build_dir" </dev/null >&2
}

# up_to_date FILE: succeeds if no source file is newer than FILE.
up_to_date() {
  [ -e "$1" ] && [ -z "$(find "$source_dir"/CMakeLists.txt "$source_dir"/cmake \
    "$source_dir"/include "$source_dir"/src -newer "$1" -print -quit)" ]
}
