#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Every test of Lectern: those of the layers without a window under the address and undefined behaviour sanitizers, all others
# as the dev preset has them. Ends with CTest's summaries and one line "N passed, N failed". On demand, one argument at a time:
#   clazy, tidy   the Qt and C++ linters over the whole source      asan-all   every test under the sanitizers
#   bench         the measurements                                  long       tests that take too long for every run
#   roots         both README commands on bare Debian systems
set -u
# shellcheck source-path=SCRIPTDIR source=setup.sh
. "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

variant=${1:-all}
case $variant in
    all | clazy | tidy | asan-all | bench | long) ;;
    roots) exec "$LECTERN_ROOT/packaging/roots.sh" "${@:2}" ;;
    *) die "unknown variant $variant: give none, or one of clazy, tidy, asan-all, bench, long, roots" ;;
esac

lectern_release
mapfile -t packages <<<"$(
    lectern_build_packages "$release_kind"
    lectern_test_packages
    case $variant in
        clazy) echo clazy ;;
        tidy) printf '%s\n' clang clang-tidy ;;
    esac
)"
lectern_install "${packages[@]}"

reports=$(mktemp -d) || die "no temporary folder; set TMPDIR to one that can be written"
trap 'rm -rf "$reports"' EXIT
# Tests must not meet the desktop's own settings, profile or display.
unset DISPLAY WAYLAND_DISPLAY
export LC_ALL=C.UTF-8
passed=0 failed=0 skipped=0 code=0

# Runs CTest, showing what it says as it says it, keeps its closing summary, and adds up the counts of its own report.
run_ctest() {
    local name=$1 report=$reports/$1.xml status total failures disabled skips
    shift
    ctest "$@" --output-junit "$report" 2>&1 | tee "$reports/$name.log"
    status=${PIPESTATUS[0]}
    [ "$status" -eq 0 ] || code=$status
    sed -n '/tests passed, /,$p' "$reports/$name.log" | sed "1s/^/$name: /" >>"$reports/summary"
    read -r total failures disabled skips <<<"$(sed -n '/<testsuite /,/>/p' "$report" 2>/dev/null | tr '\n' ' ' |
        sed -n 's/.*tests="\([0-9]*\)".*failures="\([0-9]*\)".*disabled="\([0-9]*\)".*skipped="\([0-9]*\)".*/\1 \2 \3 \4/p')"
    if [ "${total:-0}" -eq 0 ]; then
        say "CTest ran no test of $name (exit code $status)"
        code=1
        return
    fi
    passed=$((passed + total - failures - disabled - skips))
    failed=$((failed + failures))
    skipped=$((skipped + disabled + skips))
}

case $variant in
    all)
        lectern_build dev
        run_ctest dev --preset dev
        layers=(core packs store exchange)
        targets=("${layers[@]/#/lectern-}")
        targets=("${targets[@]/%/-tests}")
        lectern_build asan "${targets[@]}"
        run_ctest asan --preset asan -R "^lectern-($(IFS='|' && echo "${layers[*]}"))-tests(-[0-9]+)?\$"
        ;;
    asan-all)
        lectern_build asan
        run_ctest asan --preset asan
        ;;
    bench)
        # The programs that measure are built by a test of their own.
        lectern_build bench lectern
        run_ctest bench --preset bench
        ;;
    long)
        lectern_build dev
        run_ctest long --preset long
        ;;
    clazy | tidy)
        # The compiler is the test: the preset turns every finding into an error.
        lectern_build "$variant"
        say "$variant has nothing to say"
        exit 0
        ;;
esac

echo
cat "$reports/summary" 2>/dev/null
echo
skips=''
[ $skipped -eq 0 ] || skips=", $skipped skipped"
echo "$passed passed, $failed failed$skips"
exit "$code"
