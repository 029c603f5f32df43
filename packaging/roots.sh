#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Tries both README commands on bare systems: makes a minimal Debian of each suite in a temporary folder, copies the checkout in,
# and runs packaging/run.sh and packaging/test.sh there as on a machine that has just been installed. Needs root and an hour.
#
#   packaging/roots.sh [SUITE...] [-- COMMAND...]     without suites: bookworm trixie; without a command: both
#   LECTERN_ROOTS_KEEP=1                              leaves the systems in place and says where
set -u
# shellcheck source-path=SCRIPTDIR source=setup.sh
. "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

suites=() command=()
while [ $# -gt 0 ]; do
    case $1 in
        --) shift; command=("$@"); break ;;
        -*) die "unknown option $1: packaging/roots.sh [SUITE...] [-- COMMAND...]" ;;
        *) suites+=("$1") ;;
    esac
    shift
done
[ ${#suites[@]} -gt 0 ] || suites=(bookworm trixie)
[ "$(id -u)" -eq 0 ] || die "making a system needs root: sudo $0 ${suites[*]}"

lectern_release
lectern_install debootstrap
mirror=$(lectern_mirror Debian)
[ -n "$mirror" ] || die "apt's sources name no Debian archive to make the systems from"
proxy=$(apt-config dump --format '%v' Acquire::http::Proxy 2>/dev/null)

work=$(mktemp -d "${TMPDIR:-/var/tmp}/lectern-roots.XXXXXX") || die "no temporary folder; set TMPDIR to one with 10 GB"
# shellcheck disable=SC2317
cleanup() {
    if [ -n "${LECTERN_ROOTS_KEEP:-}" ]; then
        say "the systems are kept in $work"
    else
        rm -rf --one-file-system "$work"
    fi
}
trap cleanup EXIT
trap 'exit 130' INT TERM HUP

# Runs a command in a system of its own: its processes and mounts end with it, whatever happens.
# shellcheck disable=SC2016
enter() {
    local root=$1
    shift
    unshare --mount --pid --fork --kill-child bash -c '
        root=$1; shift
        mount --make-rprivate / && mount -t proc proc "$root/proc" && mount -t tmpfs tmpfs "$root/dev/shm" || exit 125
        exec env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root TERM=dumb \
            ${http_proxy:+http_proxy="$http_proxy"} ${LECTERN_FIXTURES:+LECTERN_FIXTURES=/fixtures} \
            chroot "$root" bash -c "cd /lectern && exec \"\$@\"" bash "$@"
    ' bash "$root" "$@" </dev/null
}

code=0 summary=()
# Runs one command in a suite's system and remembers the line to print at the end.
attempt() {
    local suite=$1 started=$SECONDS status last
    shift
    enter "$work/$suite" "$@" > >(tee "$work/$suite.log" | sed -u "s/^/$suite: /") 2>&1
    status=$?
    wait
    last=$(grep -v '^$' "$work/$suite.log" | tail -n 1)
    summary+=("$suite, $*: exit code $status after $((SECONDS - started)) s: $last")
    [ $status -eq 0 ] || code=1
}

for suite in "${suites[@]}"; do
    root=$work/$suite
    say "making $suite from $mirror"
    if ! debootstrap --variant=minbase "$suite" "$root" "$mirror" >"$work/$suite.log" 2>&1; then
        summary+=("$suite: could not be made: $(tail -n 1 "$work/$suite.log")")
        code=1
        continue
    fi
    [ -z "$proxy" ] || echo "Acquire::http::Proxy \"$proxy\";" >"$root/etc/apt/apt.conf.d/90proxy"
    cp -L /etc/resolv.conf /etc/hosts "$root/etc/" 2>/dev/null
    mkdir -p "$root/lectern" "$root/dev/shm"
    # What git would hand over, and what is being worked on.
    git -C "$LECTERN_ROOT" ls-files -z --cached --others --exclude-standard |
        (cd "$LECTERN_ROOT" && tar --null --files-from=- --ignore-failed-read -cf - 2>/dev/null) | tar -C "$root/lectern" -xf - --no-same-owner
    [ -z "${LECTERN_FIXTURES:-}" ] || cp -r "$LECTERN_FIXTURES" "$root/fixtures"
    if [ ${#command[@]} -gt 0 ]; then
        attempt "$suite" "${command[@]}"
    else
        attempt "$suite" ./packaging/run.sh
        attempt "$suite" ./packaging/test.sh
    fi
    [ -n "${LECTERN_ROOTS_KEEP:-}" ] || rm -rf --one-file-system "$root"
done

echo
printf '%s\n' "${summary[@]}"
exit $code
