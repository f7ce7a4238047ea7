# What cannot be used, what nobody should write, and where the output goes: read by check.sh.

echo "# formulas that cannot be used"
refuses "no end" "formula: at character 4: a number, a name or ( expected, but the text ends$newline  x**$newline     ^" 'x**'
refuses "unknown function" "formula: at character 1: there is no function sinn; did you mean sin? A product is written with *$newline  sinn(x)$newline  ^^^^" 'sinn(x)'
refuses "a product without its sign" \
    "formula: at character 2: an operator expected, but there is x; a product is written 2*x, a function sin(x)$newline  2x$newline   ^" '2x'
run "$(printf 'x + \033[31m')"
reason=
[ "$code" -eq 2 ] || reason="exit code $code"
! grep -q "$(printf '\033')" err || reason="control characters on standard error"
verdict "no control characters in messages" "$reason"
refuses "no symbol" "leibniz: the formula has no symbol to differentiate by" '2 + 3'
prints "an exact number of more than 64 bits" 'd/dx = 7.29e29' '9000000000*9000000000*9000000000*x'
refuses "a derivative by a shape" "diff: betainc has no derivative by this argument, an order or a shape; name the others behind --wrt" 'betainc(a, b, x)'
refuses "a number that no double holds" \
    "formula: at character 1: this number is larger or smaller than any double; write a symbol, and bind it$newline  1e400*x$newline  ^^^^^" '1e400*x'
refuses "too many characters" "formula: at character 5: the text is too long; raise --max-characters" 'x + y + z' --max-characters 4
refuses "too deep" \
    "formula: at character 3: the formula is nested too deeply; raise --max-depth, to 10000 at most$newline  (((x)))$newline    ^" '(((x)))' --max-depth 2
refuses "too little effort" "the formula is too large for the effort that is allowed; raise --effort" '(x + y)^9*sin(x)' --effort 10
refuses "characters that cannot be seen" \
    "formula: at character 2: no formula has the character \\u{202e}$newline  x\\u{202e} + y$newline   ^^^^^^^^" "$(printf 'x\342\200\256 + y')"

echo "# commands that there are not"
# refused_words TITLE TEXT ARGS...: the same without the command diff before them.
refused_words() {
    title=$1 text=$2; shift 2
    limited "$program" "$@" >out 2>err
    code=$?
    expects "$title" 2 '' "$text"
}
refused_words "a command misspelt" 'leibniz: there is no command "dif"; did you mean diff?' dif x
refused_words "a formula without a command" "leibniz: there is no command \"x*y\"; a formula stands behind diff: leibniz diff 'x^2'" 'x*y'
refused_words "a negative formula without a command" "leibniz: there is no command \"-x\"; a formula stands behind diff: leibniz diff 'x^2'" -x
refused_words "another command misspelt" 'leibniz: there is no command "jacobien"; did you mean jacobian?' jacobien x
refused_words "a Hessian of an order" "leibniz: hessian and jacobian have no --order; leave it out, or write leibniz diff" hessian x --order 2
refused_words "a Hessian compared" "leibniz: hessian and jacobian have no --equal; leave it out, or write leibniz diff" hessian x --equal x
refused_words "steps of a Hessian" "leibniz: steps are shown for first derivatives of one formula only; write leibniz diff FORMULA --steps" hessian x --steps
refused_words "a Jacobian of nothing" "leibniz: which formula? Write leibniz diff 'x^2', or leibniz diff - for the one on standard input; $see" jacobian
refused_words "no command" "leibniz: which command? Write leibniz diff FORMULA; see leibniz --help"

echo "# options that cannot be used"
refuses "no formula" "leibniz: which formula? Write leibniz diff 'x^2', or leibniz diff - for the one on standard input; $see"
echo x >input; refuses "no formula, but one on standard input" "leibniz: which formula? Write leibniz diff 'x^2', or leibniz diff - for the one on standard input; $see" --order 2
refuses "lines of a formula" "leibniz: --lines reads formulas from standard input, for diff and hessian; write leibniz diff - --lines" x --lines
refuses "shared parts with values" "leibniz: --at excludes --shared; $see" x --shared --at x=1
refuses "shared parts of C" "leibniz: --shared excludes --c; $see" x --shared --c
refuses "unknown option" "leibniz: The following argument was not expected: --speed; $see" x --speed
refuses "no such symbol" 'leibniz: --wrt: the formula has no symbol "q"; it has x, y' 'x*y' --wrt q
refuses "no such column" 'leibniz: --columns: the formula has no symbol "z"; it has x, y' 'x*y' --columns x,z
refuses "a name that cannot be seen" 'leibniz: --wrt: the formula has no symbol "\u{200b}"; it has x' x --wrt "$(printf '\342\200\213')"
refuses "a symbol twice" 'leibniz: --wrt names "x" twice; --order 2 is the second derivative, --mixed x,y the mixed one' 'x*y' --wrt x,y,x
refuses "no symbol's name" 'leibniz: --wrt names no symbol; write --wrt x' 'x*y' --wrt ''
refuses "an empty name" 'leibniz: --wrt: the formula has no symbol ""; it has x, y' 'x*y' --wrt x,
refuses "--wrt without a value" "leibniz: --wrt: 1 required NAME,... missing; $see" x --wrt
refuses "a symbol twice, by two options" 'leibniz: --wrt names "x" twice; --order 2 is the second derivative, --mixed x,y the mixed one' x --wrt x --wrt x
refuses "a replacement without a formula" 'leibniz: --substitute should be like x=a+b,y=2 and has "x="' 'x*y' --substitute x=
refuses "a replacement of nothing" 'leibniz: --substitute should be like x=a+b,y=2 and has "a+b"' 'x*y' --substitute a+b
refuses "a replacement of what is not there" 'leibniz: --substitute: the formula has no symbol "q"; it has x, y' 'x*y' --substitute q=2
refuses "a replacement of a part" 'leibniz: --substitute: the formula has no symbol "sin(x)"; it has x' 'sin(x)' --substitute 'sin(x)=y'
refuses "two replacements of one symbol" 'leibniz: --substitute replaces "x" twice' 'x*y' --substitute x=a,x=b
refuses "a replacement and a comparison" "leibniz: --equal excludes --substitute; $see" x --equal y --substitute x=y
refuses "a mixed derivative by nothing" 'leibniz: --mixed names no symbol; write --mixed x,y' 'x*y' --mixed ''
refuses "a mixed derivative by what is not there" 'leibniz: --mixed: the formula has no symbol "q"; it has x, y' 'x*y' --mixed x,q
refuses "a mixed derivative and others" "leibniz: --wrt excludes --mixed; $see" 'x*y' --mixed x --wrt x
refuses "--order twice" "leibniz: --order: At Most 1 required but received 2; $see" x --order 2 --order 2
refuses "order 0" "leibniz: --order: Value 0 not in range 1 to 100; $see" x --order 0
refuses "order -1" "leibniz: --order: Value -1 not in range 1 to 100; $see" x --order -1
refuses "order of letters" "leibniz: --order: Value two not in range 1 to 100; $see" x --order two
refuses "a value missing" 'leibniz: --at gives no value of y, z; add y=1' 'x*y*z' --at x=1
refuses "no value at all" 'leibniz: --at gives no value; write --at x=1' x --at ''
refuses "a value of nothing" 'leibniz: --at: the formula has no symbol "q"; it has x' x --at x=1,q=2
refuses "two values" 'leibniz: --at gives "x" two values' x --at x=1,x=2
for word in x x= =1 'x=y' 'x=1.5.2' x=nan x=inf x=1e999 'x==1' x=1/0 'x=2*y' 'x=sqrt(-1)'; do
    refuses "no value: $word" "leibniz: --at should be like x=1,y=1/3 and has \"$word\"" x --at "$word"
done

echo "# formulas that nobody should write"
if command -v awk >/dev/null; then
    # written N BEFORE MIDDLE AFTER: N times BEFORE, MIDDLE, N times AFTER into the file input.
    written() { awk -v n="$1" -v a="$2" -v m="$3" -v b="$4" 'BEGIN { while (i++ < n) printf "%s", a; printf "%s", m; i = 0; while (i++ < n) printf "%s", b; print "" }' >input; }
    # numbered N SEPARATOR: x1, x2, ...
    numbered() { awk -v n="$1" -v s="$2" 'BEGIN { for (i = 1; i <= n; ++i) printf "%sx%d", (i > 1 ? s : ""), i; print "" }' >input; }
    written 9999 '(' x ')'; survives "brackets" -
    written 40000 '(' x ')'; survives "more brackets than allowed" -
    written 9000 'sin(' x ')'; survives "functions of functions" -
    written 4000 'sin(' x ')'; survives "derivatives of functions of functions" - --order 3
    written 9999 - x ''; survives "signs" -
    written 9000 'x^' x ''; survives "powers of powers" -
    written 5000 'sin(' x ')'
    refuses "operations within one another" "the operations of the formula are nested too deeply; write a symbol for a part of it" -
    written 24000 '' x '/y/x'; survives "divisions" -
    written 9000 '(' x '+1)^2'; survives "squares of squares" -
    cp input other; survives "squares of squares, compared" - --equal "$(cut -c1-100 other | tr -d '(' | cut -d+ -f1)"
    numbered 14000 +; survives "a sum of thousands" -
    numbered 14000 '*'; survives "a product of thousands" -
    numbered 1500 '*'; survives "all derivatives of a product" -
    numbered 300 '*'; survives "all values of a product" - --at "$(sed 's/\*/=1,/g; s/$/=1/' input)"
    written 50000 '9' 9 '9'; survives "a number of many digits" -
    : >input
    survives "order 100" 'sin(exp(x*tanh(x)))' --order 100
    survives "a power of powers" '((((((x^x)^x)^x)^x)^x)^x)^x' --order 6
    survives "a large power" 'x^99999999999' --at x=2
    survives "no effort" 'x^2' --effort 1
    survives "large powers, compared" '(x + y)^1000' --equal '(x + y)^999*x'
    survives "long sums, compared" '(a + b + c + d + e + f)^12/(a - b + c)^9' --equal '(a + b)^40/(x + sqrt(y + sqrt(z)))^7'
    head -c 300000 /dev/urandom >input; survives "random bytes" -
    head -c 300000 /dev/zero >input; survives "zeros" -
    : >input
    (yes 'x +' | limited "$program" diff - >out 2>err) 2>/dev/null; code=$?
    reason=
    [ "$code" -eq 2 ] || reason="exit code $code"
    verdict "input without end" "$reason"
fi

echo "# help, terminals, and output that cannot be written"
for words in --help "diff --help" "hessian --help" "jacobian --help" --version; do
    # shellcheck disable=SC2086
    "$program" $words >out 2>err; code=$?
    reason=
    [ "$code" -eq 0 ] && [ -s out ] && [ ! -s err ] || reason="exit code $code"
    verdict "leibniz $words" "$reason"
done
"$program" diff --help >out 2>err
for word in Examples: 'Exit codes:' Algebra: --simplify --expand --factor --together --apart --collect --assume --shared --wrt --order --mixed --hessian --at --substitute --assumptions --operations --equal --unicode --latex --mathml --python --sympy --c --dot --graph --steps --every-rule --json --columns --max-characters --max-depth --effort; do
    reason=
    grep -qF -e "$word" out || reason="not in the help"
    verdict "--help explains $word" "$reason"
done
"$program" --help >out 2>err
for word in diff hessian jacobian; do
    reason=
    grep -q "^  $word  " out || reason="not in the list of commands"
    verdict "--help lists $word" "$reason"
done
for word in hessian jacobian; do
    "$program" "$word" --help >out 2>err
    reason=
    grep -q "leibniz $word " out && ! grep -q '^Usage: leibniz diff' out || reason="the title is another command's"
    verdict "$word --help has its own title" "$reason"
    reason=
    ! grep -qE '^  --(order|mixed|equal|hessian|steps|every-rule) ' out && grep -q '^  --wrt ' out || reason="it has an option of diff"
    verdict "$word --help lists its own options" "$reason"
done
"$program" >out 2>err; code=$?
reason=
[ "$code" -eq 2 ] && [ "$(wc -l <err)" -eq 1 ] || reason="exit code $code"
verdict "no command" "$reason"
run "$loss" --at w=1,x=2,y=4,b=0
reason=
! grep -q "$(printf '\033')" out || reason="control characters in the output"
verdict "no colours where no terminal is" "$reason"
if script -qec true /dev/null >/dev/null 2>&1; then     # util-linux; its -c runs a shell command
    escape=$(printf '\033')
    TERM=xterm script -qec "'$program' diff 'x^2'" /dev/null >out 2>err </dev/null
    reason=
    grep -qF "${escape}[36md/dx${escape}[0m = 2*x" out || reason="no colours"
    verdict "colours on a terminal" "$reason"
    for setting in NO_COLOR=1 TERM=dumb; do
        env TERM=xterm "$setting" script -qec "'$program' diff 'x^2'" /dev/null >out 2>err </dev/null
        reason=
        ! grep -q "$escape" out || reason="colours"
        grep -q 'd/dx = 2' out || reason="no output"
        verdict "none with $setting" "$reason"
    done
else
    echo "skip  no program 'script' that could provide a terminal"
fi
if [ -w /dev/full ]; then
    "$program" diff x >/dev/full 2>err; code=$?
    : >out
    reason=
    [ "$code" -eq 2 ] && [ "$(cat err)" = "leibniz: standard output cannot be written" ] || reason="exit code $code"
    verdict "a full disk is an error" "$reason"
fi
