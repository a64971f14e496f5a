#!/usr/bin/env python3
"""Tests the version, and what cpack makes of a build, against what people expect of packages.

Without dpkg-deb no Debian package is made; without lintian it is not checked.
"""
import gzip
import os
import pathlib
import re
import shlex
import shutil
import tarfile

import harness

PROGRAM = {"usr/bin/certrenew", "usr/share/doc/certrenew/README.md", "usr/share/doc/certrenew/changelog.gz",
           "usr/share/doc/certrenew/copyright"}
ALSO_PROGRAM = re.compile("usr/share/(man|bash-completion|zsh|fish|lintian/overrides|doc/certrenew/examples)/")
LIBRARY = {"usr/share/doc/libcertrenew-dev/changelog.gz", "usr/share/doc/libcertrenew-dev/copyright"}
ALSO_LIBRARY = re.compile(r"usr/include/certrenew/\w+\.hpp|usr/lib/(\S+/)?(libcertrenew\.a|cmake/certrenew/\w+[-\w]*\.cmake|pkgconfig/certrenew\.pc)")


class Packages(harness.Suite):
    arguments = {"--build": {"help": "the build folder; without it nothing is packed"}, "--cpack": {}}

    def set_up(self):
        self.log = self.source / "examples/thread.json"
        self.version = re.search(r"project\(certrenew VERSION (\S+)",
                                 (self.source / "CMakeLists.txt").read_text())[1]

    def print(self, *command):
        """What the command prints; it must end well."""
        result = self.call(*command, text=True)
        self.check(result.returncode == 0, *command, result.stdout, result.stderr)
        return result.stdout

    def check_program(self, program):
        self.check(self.print(program, "--version") == f"certrenew {self.version}\n", f"{program}: its version")
        self.check("2027-12-01" in self.print(program, "status", self.log, "--as-of", "2026-06-01"),
                   f"{program}: its answer")

    def test_version(self):
        changes = re.findall(r"^## (.*)$", (self.source / "CHANGELOG.md").read_text(), re.MULTILINE)
        self.check(changes and re.fullmatch(re.escape(self.version) + r" \(\d{4}-\d\d-\d\d\)", changes[0]),
                   f"CHANGELOG.md begins with {changes[:1]}, the version is {self.version}")
        self.check_program(self.binary)

    def pack(self, generator):
        self.print(self.options.cpack, "-G", generator, "--config",
                 pathlib.Path(self.options.build).resolve() / "CPackConfig.cmake", "-B", self.work)

    def test_archive(self):
        if not self.options.build:
            return
        self.pack("TGZ")
        archive, = self.work.glob("*.tar.gz")
        self.check(archive.name.startswith(f"certrenew-{self.version}-linux-"), archive.name)
        with tarfile.open(archive) as files:
            names = {name.partition("/")[2] for name in files.getnames()}
            files.extractall(self.work)
        for name in ("bin/certrenew", "include/certrenew/certrenew.hpp", "lib/cmake/certrenew/certrenewConfig.cmake",
                     "share/doc/certrenew/LICENSE", "share/doc/certrenew/CHANGELOG.md",
                     "share/doc/certrenew/copyright"):
            self.check(name in names, f"{archive.name} lacks {name}")
        self.check_program(self.work / archive.name.removesuffix(".tar.gz") / "bin/certrenew")

    def fields(self, package):
        lines = self.print("dpkg-deb", "--field", package).splitlines()
        return dict(line.split(": ", 1) for line in lines if line and line[0] != " ")

    def check_contents(self, package, name, always, others):
        root = self.work / name
        self.print("dpkg-deb", "--extract", package, root)
        files = {str(path.relative_to(root)) for path in root.rglob("*") if not path.is_dir()}
        self.check(always <= files, f"{name} lacks {always - files}")
        strange = [one for one in files - always if not others.match(one)]
        self.check(not strange, f"{name} has {strange}")
        for line in self.print("dpkg-deb", "--contents", package).splitlines():
            mode, owner = line.split()[:2]
            wanted = "drwxr-xr-x" if mode[0] == "d" else "-rwxr-xr-x" if "/bin/" in line else "-rw-r--r--"
            self.check(mode in (wanted, "lrwxrwxrwx") and owner == "root/root", f"{name}: {line}")
        changelog = gzip.decompress((root / f"usr/share/doc/{name}/changelog.gz").read_bytes()).decode()
        self.check(changelog.startswith(f"certrenew ({self.version}) "), f"{name}: {changelog}")
        self.check(re.search(r"^ -- .+ <\S+>  \w{3}, \d\d \w{3} \d{4} 00:00:00 \+0000$", changelog, re.MULTILINE),
                   f"{name}: {changelog}")
        fields = self.fields(package)
        self.check(fields["Package"] == name and fields["Version"] == self.version, f"{name}: {fields}")
        self.check(fields["Priority"] == "optional" and fields["Description"], f"{name}: {fields}")
        return root, fields

    def test_debian_packages(self):
        if not self.options.build or not shutil.which("dpkg-deb"):
            return
        self.pack("DEB")
        packages = sorted(self.work.glob("*.deb"))
        self.check([re.sub(r"_[a-z0-9]+\.deb$", "", one.name) for one in packages] ==
                   [f"certrenew_{self.version}", f"libcertrenew-dev_{self.version}"], packages)
        program, library = packages
        root, fields = self.check_contents(program, "certrenew", PROGRAM, ALSO_PROGRAM)
        self.check(fields["Section"] == "utils", fields)
        dynamic = "Shared library" in self.print("readelf", "--dynamic", root / "usr/bin/certrenew")
        self.check(("libc6" in fields.get("Depends", "")) == dynamic, f"it depends on the wrong things: {fields}")
        self.check_program(root / "usr/bin/certrenew")
        root, fields = self.check_contents(library, "libcertrenew-dev", LIBRARY, ALSO_LIBRARY)
        self.check(fields["Section"] == "libdevel" and "Depends" not in fields, fields)
        self.check(len(list(root.glob("usr/include/certrenew/*.hpp"))) ==
                   len(list(self.source.glob("include/certrenew/*.hpp"))), "headers are missing")
        self.check_library(root / "usr")
        if shutil.which("lintian"):
            found = self.print("lintian", "--allow-root", "--fail-on", "error", *packages)
            print(found, end="")
        if os.geteuid() == 0:
            self.check_installing(program, library)

    def check_library(self, prefix):
        """Somebody who has unpacked nothing but the library builds with it, with CMake and with pkg-config."""
        consumer = self.source / "examples/consumer"
        self.print("cmake", "-S", consumer, "-B", self.work / "consumer", f"-DCMAKE_PREFIX_PATH={prefix}")
        self.print("cmake", "--build", self.work / "consumer")
        self.check_consumer(self.work / "consumer/consumer")
        if shutil.which("pkg-config"):
            environment = {**os.environ, "PKG_CONFIG_PATH": str(prefix / "lib/pkgconfig")}
            found = self.call("pkg-config", "--cflags", "--libs", "certrenew", text=True, env=environment)
            self.print("c++", "-std=c++20", consumer / "main.cpp", "-o", self.work / "with-pkg-config",
                       *shlex.split(found.stdout))
            self.check_consumer(self.work / "with-pkg-config")

    def check_consumer(self, program):
        result = self.call(program, "2026-06-01", input=self.log.read_bytes())
        self.check(b"2027-12-01" in result.stdout, program, result)

    def check_installing(self, *packages):
        """Into a folder of its own, whose dpkg knows nothing of the system's."""
        root = self.work / "system"
        admin = root / "var/lib/dpkg"
        for folder in ("info", "updates", "triggers"):
            (admin / folder).mkdir(parents=True)
        (admin / "status").touch()
        (admin / "available").touch()
        before = set(root.rglob("*"))
        dpkg = ["dpkg", f"--root={root}", "--force-script-chrootless", "--force-depends", f"--log={self.work}/log"]
        self.print(*dpkg, "--install", *packages)
        self.check_program(root / "usr/bin/certrenew")
        self.print(*dpkg, "--purge", "certrenew", "libcertrenew-dev")
        left = [path for path in set(root.rglob("*")) - before if admin not in path.parents]
        self.check(not left, f"removed, it leaves {left}")


if __name__ == "__main__":
    harness.main(Packages)
