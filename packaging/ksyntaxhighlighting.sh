#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Finds or builds KSyntaxHighlighting for Qt 6 and prints the prefix CMake has to search (nothing where the system has its own).
#
# Debian 13 and Ubuntu from 24.10 package it. Debian 12 and Ubuntu 24.04 have Qt 6 but only the Qt 5 build, so it is built once
# from the distribution's own source archive and kept in the cache. Static, so that nothing that was built with it depends on the
# cache later. apt is run with lists, state and sources of its own in a temporary folder: the system's are not touched, and its
# signature check holds. Whatever goes wrong costs one warning and highlighting, never the build of Lectern: exit code 0.
set -u
# shellcheck source-path=SCRIPTDIR source=setup.sh
. "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

lectern_release
installed() { dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null | grep -qx installed; }
installed libkf6syntaxhighlighting-dev && exit 0

qt=$(dpkg-query -W -f='${Version}' qt6-base-dev 2>/dev/null)
qt=${qt%%[+-]*}
arch=$(dpkg --print-architecture 2>/dev/null)

cached() { compgen -G "$LECTERN_CACHE/ksyntaxhighlighting-*-$qt/lib/*/cmake/KF5SyntaxHighlighting/KF5SyntaxHighlightingConfig.cmake"; }
print_cached() {
    local config
    config=$(cached | sort -V | tail -n 1)
    [ -n "$config" ] && printf '%s\n' "${config%/lib/*}"
}
print_cached && exit 0

failed=$LECTERN_CACHE/ksyntaxhighlighting-failed-$qt
give_up() {
    say "code will be shown without colours: $1"
    mkdir -p "$LECTERN_CACHE" 2>/dev/null && touch "$failed" 2>/dev/null
    exit 0
}
if [ -n "$(find "$failed" -mtime -1 2>/dev/null)" ]; then
    say "code will be shown without colours: building KSyntaxHighlighting failed less than a day ago (delete $failed to try again)"
    exit 0
fi
[ -n "$qt" ] || give_up "qt6-base-dev is not installed"
for package in extra-cmake-modules cmake ninja-build g++ perl xz-utils qt6-tools-dev; do
    installed "$package" || give_up "KSyntaxHighlighting cannot be built, install $package"
done

case $release_kind in
    debian*) mirror=$(lectern_mirror Debian) suite=trixie component=main keyring=/usr/share/keyrings/debian-archive-keyring.gpg ;;
    ubuntu*) mirror=$(lectern_mirror Ubuntu) suite=$release_codename component=universe keyring=/usr/share/keyrings/ubuntu-archive-keyring.gpg ;;
    *) give_up "no source package is known for $release_name" ;;
esac
[ -n "$mirror" ] || give_up "no archive for $release_codename in apt's sources to take KSyntaxHighlighting's source from"
[ -r "$keyring" ] || give_up "the archive's keys are missing, install the package $(basename "$keyring" .gpg)"

mkdir -p "$LECTERN_CACHE" || give_up "$LECTERN_CACHE cannot be written"
exec 9>"$LECTERN_CACHE/ksyntaxhighlighting.lock"
flock 9
print_cached && exit 0 # another run built it while this one waited

rm -rf "$LECTERN_CACHE"/.unfinished-* # of a run that was killed
work=$(mktemp -d) || give_up "no temporary folder"
unfinished=''
trap 'rm -rf "$work" ${unfinished:+"$unfinished"}' EXIT
trap 'exit 130' INT TERM HUP

say "building KSyntaxHighlighting for Qt $qt from Debian's source package, once, about two minutes"
mkdir -p "$work/lists/partial" "$work/archives/partial" "$work/parts" "$work/source"
printf 'deb-src [signed-by=%s] %s %s %s\n' "$keyring" "$mirror" "$suite" "$component" >"$work/sources.list"
# Given with -c, these are read after the system's own settings (a proxy, say), so they win over them.
cat >"$work/apt.conf" <<CONF
Dir::Etc::SourceList "$work/sources.list";
Dir::Etc::SourceParts "$work/parts";
Dir::State::Lists "$work/lists";
Dir::Cache::Archives "$work/archives";
Dir::Cache::pkgcache "";
Dir::Cache::srcpkgcache "";
Acquire::Languages "none";
Acquire::http::Timeout "30";
Acquire::https::Timeout "30";
APT::Update::Error-Mode "any";
APT::Sandbox::User "$(id -un)";
#clear APT::Update::Pre-Invoke;
#clear APT::Update::Post-Invoke;
#clear APT::Update::Post-Invoke-Success;
CONF
{
    apt-get -q -c "$work/apt.conf" update &&
        cd "$work/source" &&
        apt-get -q -c "$work/apt.conf" source --tar-only --download-only ksyntax-highlighting &&
        tar -xf ksyntax-highlighting_*.orig.tar.*
} </dev/null >"$work/log" 2>&1 || give_up "its source could not be had from $mirror ($(grep -m1 '^E:' "$work/log"))"

tree=$(compgen -G "$work/source/*/CMakeLists.txt")
tree=${tree%/CMakeLists.txt}
version=$(sed -n 's/^set(KF_VERSION "\([0-9.]*\)")$/\1/p' "$tree/CMakeLists.txt")
ecm=$(dpkg-query -W -f='${Version}' extra-cmake-modules)
final=$LECTERN_CACHE/ksyntaxhighlighting-$version-$qt
unfinished=$LECTERN_CACHE/.unfinished-$$

# It asks for build modules of its own age and gets by with older ones; the command-line program and examples are not wanted.
sed -i "s/^find_package(ECM [0-9.]*/find_package(ECM ${ecm%%-*}/; /add_subdirectory(examples)/d" "$tree/CMakeLists.txt"
sed -i '/add_subdirectory(cli)/d' "$tree/src/CMakeLists.txt"
{
    cmake -G Ninja -S "$tree" -B "$work/build" -DCMAKE_BUILD_TYPE=Release -DCMAKE_INSTALL_PREFIX="$unfinished" \
        -DQT_MAJOR_VERSION=6 -DBUILD_TESTING=OFF -DBUILD_SHARED_LIBS=OFF \
        -DCMAKE_DISABLE_FIND_PACKAGE_Qt6Widgets=ON -DCMAKE_DISABLE_FIND_PACKAGE_Qt6PrintSupport=ON \
        -DCMAKE_DISABLE_FIND_PACKAGE_Qt6Quick=ON &&
        cmake --build "$work/build" &&
        cmake --install "$work/build"
} </dev/null >"$work/log" 2>&1 || {
    grep -m1 -A3 -E 'CMake Error|error:|FAILED' "$work/log" >&2
    give_up "KSyntaxHighlighting did not build"
}
# The rename makes it appear at once and whole.
rm -rf "$final"
mv "$unfinished" "$final" || give_up "$final cannot be written"
unfinished=''
rm -f "$failed"
say "KSyntaxHighlighting $version is ready in $final ($arch)"
print_cached
