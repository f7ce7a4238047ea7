# Sourced by the scripts beside it: installs what they need, if it is missing.

# Solvers that leibniz/solvers hands derivatives to; Eigen's and those of Boost come with these.
solver_packages=(libceres-dev libnlopt-cxx-dev coinor-libipopt-dev libgsl-dev libsundials-dev)

# Is what the Debian package $1 is wanted for there, from wherever it came?
is_there() {
    local version
    case $1 in
        g++) command -v "${CXX:-c++}" ;;
        cmake) version=$(cmake --version | grep -om1 '[0-9][0-9.]*') && printf '%s\n' 3.25 "$version" | sort -VC ;;
        ninja-build) command -v ninja ;;
        clang-format-* | clang-tidy-*) command -v "$1" ;;
        mkdocs-material) command -v mkdocs && { [[ -e /usr/share/mkdocs/themes/material ]] || python3 -c 'import material'; } ;;
        clang-*) command -v "clang++-${1#clang-}" ;;
        libboost-dev) [[ -e /usr/include/boost/hana.hpp || -e /usr/local/include/boost/hana.hpp ]] ;;
        libeigen3-dev) [[ -e /usr/include/eigen3/Eigen/Core || -e /usr/local/include/eigen3/Eigen/Core ]] ;;
        catch2) [[ -e /usr/include/catch2/catch.hpp || -e /usr/local/include/catch2/catch_all.hpp ]] ;;
        libtbb-dev) [[ -e /usr/include/tbb/parallel_for.h || -e /usr/local/include/tbb/parallel_for.h ]] ;;
        libcli11-dev) [[ -e /usr/include/CLI/CLI.hpp || -e /usr/local/include/CLI/CLI.hpp ]] ;;
        libceres-dev) [[ -e /usr/include/ceres/ceres.h || -e /usr/local/include/ceres/ceres.h ]] ;;
        libnlopt-cxx-dev) [[ -e /usr/include/nlopt.hpp || -e /usr/local/include/nlopt.hpp ]] ;;
        coinor-libipopt-dev) compgen -G '/usr/include/coin*/IpTNLP.hpp' || compgen -G '/usr/local/include/coin*/IpTNLP.hpp' ;;
        libgsl-dev) [[ -e /usr/include/gsl/gsl_multifit_nlinear.h || -e /usr/local/include/gsl/gsl_multifit_nlinear.h ]] ;;
        libsundials-dev) [[ -e /usr/include/cvode/cvode.h || -e /usr/local/include/cvode/cvode.h ]] ;;
        emscripten) command -v em++ ;;
        libopenmpi-dev) command -v mpicxx ;;
        openmpi-bin) command -v mpirun ;;
        *) [[ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" == installed ]] ;;
    esac >/dev/null 2>&1
}

# install_missing package...: leaves everything that is there alone. Says in one sentence what it could not do.
install_missing() {
    local missing=() package log
    for package in "$@"; do is_there "$package" || missing+=("$package"); done
    ((${#missing[@]})) || return 0

    if ! command -v apt-get >/dev/null; then
        # Without Debian's packages the libraries may be anywhere: let CMake look for them, or fetch them.
        local tools=()
        for package in "${missing[@]}"; do [[ $package == lib* || $package == catch2 ]] || tools+=("$package"); done
        ((${#tools[@]})) || return 0
        echo "Please install what these Debian packages hold, and try again: ${missing[*]}" >&2
        return 1
    fi

    local as_root=()
    if ((EUID != 0)); then
        if ! command -v sudo >/dev/null; then
            echo "Please let the administrator run this command, and try again: apt-get install ${missing[*]}" >&2
            return 1
        fi
        as_root=(sudo)
    fi
    echo "Installing ${missing[*]}" >&2
    log=$(mktemp)
    if ! { "${as_root[@]}" apt-get update &&
        "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}"
    } >"$log" 2>&1 </dev/null; then
        cat "$log" >&2
        rm -f "$log"
        echo "Please install these packages, which apt-get could not, and try again: ${missing[*]}" >&2
        return 1
    fi
    rm -f "$log"
}
