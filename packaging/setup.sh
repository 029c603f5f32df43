# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by run.sh, test.sh and roots.sh: which packages this release needs, installing those that are missing, and
# configuring and building a preset. Nothing here asks a question; a second run with nothing to do costs a fraction of a second.
# shellcheck shell=bash

LECTERN_ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck disable=SC2034
LECTERN_CACHE=${XDG_CACHE_HOME:-${HOME:-~}/.cache}/lectern

say() { printf 'lectern: %s\n' "$*" >&2; }
die() {
    say "$*"
    exit 1
}

# Sets release_name and release_kind: debian12, debian13, ubuntu24.04 or ubuntu. Empty: a release without a package list.
lectern_release() {
    local ID='' VERSION_ID='' PRETTY_NAME='' VERSION_CODENAME='' NAME='' VERSION=''
    # shellcheck disable=SC1091
    [ -r /etc/os-release ] && . /etc/os-release
    release_name=${PRETTY_NAME:-an unknown system}
    release_codename=$VERSION_CODENAME
    release_kind=''
    case "$ID:${VERSION_ID%%.*}" in
        debian:12) release_kind=debian12 ;;
        debian:13) release_kind=debian13 ;;
        ubuntu:24) if [ "$VERSION_ID" = 24.04 ]; then release_kind=ubuntu24.04; else release_kind=ubuntu; fi ;;
        ubuntu:2[5-9] | ubuntu:[3-9][0-9]) release_kind=ubuntu ;;
    esac
}

# One package name a line, for the release kind in $1.
lectern_build_packages() {
    printf '%s\n' \
        g++ cmake ninja-build pkgconf \
        qt6-base-dev qt6-charts-dev qt6-pdf-dev qt6-svg-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools \
        libical-dev libyaml-cpp-dev libfontconfig-dev \
        libqt6sql6-sqlite qt6-qpa-plugins qt6-wayland qt6-translations-l10n breeze-icon-theme fonts-dejavu-core
    case $1 in
        # Qt 6.4: no KSyntaxHighlighting for Qt 6 is packaged; ksyntaxhighlighting.sh builds it and needs the second line.
        debian12 | ubuntu24.04) printf '%s\n' libqt6opengl6-dev libqt6svg6 extra-cmake-modules perl xz-utils ;;
        *) printf '%s\n' qt6-svg-plugins libkf6syntaxhighlighting-dev ;;
    esac
}

lectern_test_packages() {
    printf '%s\n' \
        python3 python3-gi python3-pyatspi python3-jsonschema python3-yaml python3-icalendar \
        xvfb xauth openbox dbus-x11 at-spi2-core \
        poppler-utils desktop-file-utils appstream clang-format strace
}

# Prints those of the given packages that are not installed.
lectern_missing() {
    dpkg-query -W -f='${db:Status-Status} ${Package}\n' "$@" 2>/dev/null | awk -v wanted="$*" '
        $1 == "installed" { have[$2] = 1 }
        END { n = split(wanted, names, " "); for (i = 1; i <= n; i++) if (!(names[i] in have)) print names[i] }'
}

# Installs those of the given packages that are missing. Touches neither the network nor sudo when none is.
lectern_install() {
    lectern_release
    if [ -z "$release_kind" ]; then
        say "$release_name has no package list here (Debian 12 and 13, Ubuntu 24.04 and newer have)."
        say "Install what these Debian 13 packages hold, then: cmake --preset release && cmake --build --preset release"
        lectern_build_packages debian13 | tr '\n' ' ' >&2
        echo >&2
        exit 1
    fi
    local -a missing
    read -r -d '' -a missing <<<"$(lectern_missing "$@")"
    [ ${#missing[@]} -eq 0 ] && return 0

    local -a as_root=(env DEBIAN_FRONTEND=noninteractive)
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || die "missing packages; as root: apt-get install ${missing[*]}"
        as_root=(sudo env DEBIAN_FRONTEND=noninteractive)
    fi
    local log
    log=$(mktemp)
    say "installing ${#missing[@]} missing packages: ${missing[*]}"
    # A broken third-party source must not stop the installation from the others: the install itself is the judge.
    "${as_root[@]}" apt-get -q -o DPkg::Lock::Timeout=600 update </dev/null >"$log" 2>&1 || say "the package lists could not all be refreshed, trying with what is there"
    if ! "${as_root[@]}" apt-get -q -y -o DPkg::Lock::Timeout=600 -o Dpkg::Use-Pty=0 \
        install --no-install-recommends "${missing[@]}" </dev/null >>"$log" 2>&1; then
        tail -n 15 "$log" >&2
        rm -f "$log"
        die "packages could not be installed; see above, repair it with: apt-get install ${missing[*]}"
    fi
    rm -f "$log"
}

# The archive this machine takes its own release from, as apt itself reads its sources (one-line or deb822).
# Prints the address, or nothing when there is none. $1: the distribution, Debian or Ubuntu.
lectern_mirror() {
    # shellcheck disable=SC2016
    local -a format=(--format '$(ORIGIN)|$(CODENAME)|$(COMPONENT)|$(RELEASE)|$(REPO_URI)' 'Created-By: Packages')
    apt-get indextargets "${format[@]}" 2>/dev/null |
        awk -F'|' -v origin="$1" -v codename="$release_codename" '
            $3 != "main" || $4 != codename { next }
            $1 == origin { print $5; found = 1; exit }
            # Before the first "apt-get update" the origin is not known: then the usual last folder of the address decides.
            fallback == "" && $1 !~ /^[A-Z]/ && tolower($5) ~ "/" tolower(origin) "/?$" { fallback = $5 }
            END { if (!found && fallback != "") print fallback }'
}

# Configures a preset where something that matters to it has changed, then builds the given targets (all without any).
lectern_build() {
    local preset=$1 dir=$LECTERN_ROOT/build/$1 log stamp prefix apart=''
    shift
    prefix=$("$LECTERN_ROOT/packaging/ksyntaxhighlighting.sh") || prefix=''
    # Compiled and run once, under the sanitizers.
    [ "$preset" != dev ] || apart=ON
    stamp="$apart|$LECTERN_ROOT|$release_name|$prefix|$(cksum <"$LECTERN_ROOT/CMakePresets.json")"
    cd "$LECTERN_ROOT" || die "cannot enter $LECTERN_ROOT"
    log=$(mktemp)
    if [ ! -e "$dir/build.ninja" ] || [ "$(cat "$dir/.setup" 2>/dev/null)" != "$stamp" ]; then
        say "configuring $preset in build/$preset"
        # --fresh: a cache from another place, release or compiler would be refused or, worse, half used.
        if ! cmake --fresh --preset "$preset" ${prefix:+"-DCMAKE_PREFIX_PATH=$prefix"} ${apart:+-DLECTERN_LAYERS_APART=$apart} \
            >"$log" 2>&1; then
            sed -n '/CMake Error/,$p' "$log" >&2
            rm -f "$log" "$dir/.setup"
            die "configuring failed, see above; after a system upgrade, delete build/ and run this again"
        fi
        grep -A3 'CMake Warning' "$log" >&2
        printf '%s' "$stamp" >"$dir/.setup"
    fi
    rm -f "$log"
    # Through cmake, which sets the preset's environment.
    local -a build=(cmake --build --preset "$preset" ${1:+--target "$@"})
    if ! "${build[@]}" -- -n 2>&1 | grep -q 'no work to do'; then
        say "building $preset, the first time takes minutes"
        NINJA_STATUS='[%f/%t] ' "${build[@]}" >&2 || die "the build failed, see above; after a pull try again with build/ deleted"
    fi
}
