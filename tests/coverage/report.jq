# Tells what is covered in each folder, and in each file with less than `least` percent of its branches.
# The headers of include/certrenew count in both folders. Ends with an error if a folder has less.
97 as $least
| def percent: if .count == 0 then 100 else 100 * .covered / .count end;
def words: "\(percent * 100 | round / 100) % of \(.count)";
def total(part): {count: (map(part.count) | add), covered: (map(part.covered) | add)};
def described: "\(.lines | words) lines, \(.branches | words) branches";
[.data[0].files[] | .summary + {name: .filename | ltrimstr($source)}] as $files
| [("src/core", "src/read") as $folder
   | [$files[] | select(.name | startswith($folder + "/", "include/"))] as $its
   | {name: $folder, lines: ($its | total(.lines)), branches: ($its | total(.branches))}] as $folders
| ($files[] | select((.branches | percent) < $least) | "\(.name): \(described)"),
  ($folders[] | "\(.name) with include/certrenew: \(described)"),
  if all($folders[]; .branches | percent >= $least) then empty
  else "fewer than \($least) % of the branches are covered\n" | halt_error(1) end
