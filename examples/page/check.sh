# The page in a browser: check.sh NATIVE FOLDER REFERENCE_DATA. NATIVE is the engine as a program of this machine. Where there is no
# Emscripten, no browser or no Python it says so; the test then counts as skipped.
set -eu
native=$1 folder=$2 reference=${3:-}
here=$(cd "$(dirname "$0")" && pwd)
for each in em++ python3; do
    command -v "$each" >/dev/null 2>&1 || { echo "skipped: needs $each"; exit 0; }
done
mkdir -p "$folder"
"$here/../../scripts/page" "$folder"
python3 "$here/check.py" "$folder/leibniz.html" "$native" "$reference"
