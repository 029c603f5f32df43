#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds Lectern and opens it; arguments go to Lectern. Safe to repeat. Without a display it draws
# every page into pictures and a PDF instead and says where they are.
set -u
# shellcheck source-path=SCRIPTDIR source=setup.sh
. "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

lectern_release
mapfile -t packages <<<"$(lectern_build_packages "$release_kind")"
lectern_install "${packages[@]}"
lectern_build release lectern

lectern=$LECTERN_ROOT/build/release/bin/lectern
[ -x "$lectern" ] || die "$lectern was not built; delete build/release and run this again"

# Qt complains in four lines of a locale that is not UTF-8, as bare systems have, and then takes this one itself.
[ "$(locale charmap 2>/dev/null)" = UTF-8 ] || export LC_ALL=C.UTF-8

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec "$lectern" "$@"
fi

# No display. What needs no window runs all the same.
for argument in "$@"; do
    case $argument in
        -h | --help* | -v | --version | --tour* | --check*) QT_QPA_PLATFORM=offscreen exec "$lectern" "$@" ;;
    esac
done

tour=$LECTERN_CACHE/tour
rm -rf "$tour"
mkdir -p "$tour" || die "$tour cannot be written; set XDG_CACHE_HOME to a folder that can"
say "there is no display here (DISPLAY and WAYLAND_DISPLAY are empty), so Lectern draws its pages into files instead"
if command -v xvfb-run >/dev/null && command -v xauth >/dev/null; then
    xvfb-run -a -s '-screen 0 1280x800x24' "$lectern" --tour "$tour" "$@"
else
    QT_QPA_PLATFORM=offscreen "$lectern" --tour "$tour" "$@"
fi
code=$?
[ $code -eq 0 ] || {
    say "the tour stopped with exit code $code; run it again with: QT_QPA_PLATFORM=offscreen $lectern --tour $tour"
    exit $code
}
pictures=("$tour"/*.png)
pdfs=("$tour"/*.pdf)
[ -e "${pictures[0]}" ] || die "the tour left no picture in $tour; run it again with: QT_QPA_PLATFORM=offscreen $lectern --tour $tour"
say "${#pictures[@]} pictures are in $tour"
[ -e "${pdfs[0]}" ] && say "the printed plan is ${pdfs[0]}"
exit 0
