#!/bin/sh
# Links a program for another processor, and puts in its place a script of its name that runs it under an emulator, so that tests run it as
# any other: link_emulated.sh EMULATOR LINKER ARGUMENTS... The presets for other processors name it as CMAKE_CXX_LINKER_LAUNCHER.
set -eu
emulator=$1
shift
"$@"
program=
last=
for argument in "$@"; do
    [ "$last" != -o ] || program=$argument
    last=$argument
done
case $program in /*) ;; *) program=$PWD/$program ;; esac
mv "$program" "$program.elf"
cat >"$program" <<END
#!/bin/sh
exec $emulator -0 "\$0" "$program.elf" "\$@"
END
chmod +x "$program"
