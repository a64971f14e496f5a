# Functions for cmake/run and cmake/test: they install what is missing and build outside the source
# tree. They print to standard error only and do not read standard input.

say() { printf 'certrenew: %s\n' "$*" >&2; }

source_dir=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
cache=${XDG_CACHE_HOME:-${HOME:-/tmp}/.cache}
build_dir=${CERTRENEW_BUILD_DIR:-$cache/certrenew/$(printf '%s' "$source_dir" | cksum | cut -d' ' -f1)}

# quietly COMMAND…: what it prints is shown only if it fails.
quietly() {
  local printed status=0
  printed=$(mktemp)
  "$@" </dev/null >"$printed" 2>&1 || status=$?
  [ "$status" -eq 0 ] || cat "$printed" >&2
  rm -f "$printed"
  return "$status"
}

# need COMMAND PACKAGE, need_file PATH PACKAGE: note the package if the command or file is missing.
missing=()
need() { command -v "$1" >/dev/null 2>&1 || missing+=("$2"); }
need_file() { [ -e "$1" ] || missing+=("$2"); }

# ask_apt [sudo]: the update may fail for one source, and the packages come from another.
ask_apt() {
  "$@" apt-get update -qq || true
  "$@" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq -o Dpkg::Use-Pty=0 --no-install-recommends "${missing[@]}"
}

install_missing() {
  [ ${#missing[@]} -eq 0 ] && return
  local as_root=() command="apt-get install --no-install-recommends ${missing[*]}"
  if ! command -v apt-get >/dev/null 2>&1; then
    say "this system has no apt-get; if the build fails, install what is in these Debian packages:"
    say "  ${missing[*]} (the build downloads missing libraries)"
    return
  fi
  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null 2>&1; then
      say "Debian packages are missing, and only root can install them. As root, type:"
      say "  apt-get update && $command"
      exit 1
    fi
    as_root=(sudo)
  fi
  say "installing Debian packages and what they need: ${missing[*]}"
  say "on a bare system this takes about a minute"
  if ! quietly ask_apt "${as_root[@]}"; then
    say "the packages could not be installed; see above. Fix that and run this again, or type as root:"
    say "  apt-get update && $command"
    exit 1
  fi
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
  say "building in $build_dir; the first time this takes a few minutes"
  quietly cmake -S "$source_dir" -B "$build_dir" -G Ninja -DCMAKE_BUILD_TYPE=Release "$@" || {
    say "CMake cannot prepare the build, see above"
    exit 1
  }
  if [ -t 2 ] && [ "${TERM:-dumb}" != dumb ]; then
    NINJA_STATUS="certrenew: step %f of %t: " cmake --build "$build_dir" </dev/null >&2
  else
    cmake --build "$build_dir" </dev/null 2>&1 | show_quarters
  fi
}

# show_quarters: of Ninja's steps, one line for each quarter; of everything else, all of it.
show_quarters() {
  local line quarter=1
  while IFS= read -r line; do
    if [[ $line =~ ^\[([0-9]+)/([0-9]+)\] ]]; then
      if ((BASH_REMATCH[2] > 4 && 4 * BASH_REMATCH[1] >= quarter * BASH_REMATCH[2])); then
        quarter=$((4 * BASH_REMATCH[1] / BASH_REMATCH[2]))
        say "built $((25 * quarter++)) %"
      fi
    elif [ "$line" != "ninja: no work to do." ]; then
      printf '%s\n' "$line" >&2
    fi
  done
}

# up_to_date FILE: succeeds if no source file is newer than FILE.
up_to_date() {
  [ -e "$1" ] && [ -z "$(find "$source_dir"/CMakeLists.txt "$source_dir"/cmake \
    "$source_dir"/include "$source_dir"/src -newer "$1" -print -quit)" ]
}
