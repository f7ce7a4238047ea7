#!/bin/sh
# Runs the commands that pages show in blocks ```console, and compares what they print: check_pages.sh PROGRAM PAGE...
# Exit code 1 if anything differs.
set -u
program=$1; shift
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
ln -s "$program" "$folder/leibniz"
PATH=$folder:$PATH
cd "$(dirname "$0")" || exit 2 # pages name the files of data that lie here

awk '/^```console$/ { inside = 1; next } /^```/ { inside = 0 } inside' "$@" >"$folder/shown"
grep '^\$ ' "$folder/shown" | sed 's/^\$ //' >"$folder/commands"
while IFS= read -r command; do
    printf '$ %s\n' "$command"
    timeout "${LEIBNIZ_TIMEOUT:-60}" sh -c "$command" </dev/null 2>&1
done <"$folder/commands" >"$folder/printed"

count=$(wc -l <"$folder/commands")
if [ "$count" -lt 3 ]; then
    echo "only $count commands in $*"
    exit 1
fi
diff -u "$folder/shown" "$folder/printed" && echo "$count commands print what the pages show"
