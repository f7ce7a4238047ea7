# Opens the page in a browser without a screen, on a phone's width and a desk's, in the light and in the dark, and asks it what a
# reader meets: browser.sh LESSONS_PAGE FOLDER. Where there is no browser it says so; the test then counts as skipped.
set -eu
program=$1 folder=$2
here=$(dirname "$0")
browser=
for each in chromium chromium-browser google-chrome; do
    if command -v "$each" >/dev/null 2>&1; then browser=$each && break; fi
done
if [ -z "$browser" ]; then
    echo "skipped: needs chromium"
    exit 0
fi
rm -rf "$folder" && mkdir -p "$folder/home"
"$program" "$folder/lessons.html" >/dev/null
{
    cat "$folder/lessons.html"
    echo '<script>' && cat "$here/browser.js" && echo '</script>'
} >"$folder/checked.html"

status=0
findings() { # width color-scheme's-number its-name; a browser's own window is never as narrow as a phone's: hence the frame
    {
        echo "<!DOCTYPE html><meta name=color-scheme content='light dark'><title>frame</title><iframe width=$1 height=900 style='border:0' srcdoc=\""
        sed 's/&/\&amp;/g; s/"/\&quot;/g' "$folder/checked.html"
        echo '"></iframe>'
    } >"$folder/framed.html"
    HOME=$folder/home timeout 100 "$browser" --headless --no-sandbox --disable-gpu --enable-logging=stderr --user-data-dir="$folder/home/$1$3" \
        --blink-settings=preferredColorScheme="$2" --window-size=1400,1000 --virtual-time-budget=10000 --dump-dom "file://$folder/framed.html" \
        >"$folder/dom" 2>"$folder/log" || { echo "the browser ended with $?"; tail -5 "$folder/log"; status=1; return; }
    sed -n '/^width /,/^end of findings/p' "$folder/dom" | grep -v '^end of findings' || true
    grep -q "^width $1, $3: [1-9][0-9]* formulas, [1-9][0-9]* pictures, [1-9][0-9]* tables, 0 faults" "$folder/dom" || { echo "width $1, $3: not as it should be"; status=1; }
    if grep -q CONSOLE "$folder/log"; then grep CONSOLE "$folder/log"; status=1; fi
}
findings 360 1 light
findings 1280 1 light
findings 360 0 dark
exit $status
