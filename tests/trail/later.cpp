// SPDX-License-Identifier: GPL-3.0-or-later
// Loaded into the real program (LD_PRELOAD): its wall clock is ahead by LECTERN_LATER seconds, as if the person had
// come back only then. What measures spans is left alone.
#include <cstdlib>
#include <ctime>
#include <dlfcn.h>
#include <sys/time.h>

namespace
{

time_t ahead()
{
    static const time_t seconds = [] {
        const char *wanted = std::getenv("LECTERN_LATER");
        return wanted ? static_cast<time_t>(std::atoll(wanted)) : time_t{0};
    }();
    return seconds;
}

template<typename Function>
Function real(const char *name)
{
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

} // namespace

extern "C" {

int clock_gettime(clockid_t clock, struct timespec *now) noexcept
{
    static const auto next = real<int (*)(clockid_t, struct timespec *)>("clock_gettime");
    const int result = next(clock, now);
    if (result == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE))
        now->tv_sec += ahead();
    return result;
}

int gettimeofday(struct timeval *now, void *zone) noexcept
{
    static const auto next = real<int (*)(struct timeval *, void *)>("gettimeofday");
    const int result = next(now, zone);
    if (result == 0)
        now->tv_sec += ahead();
    return result;
}

time_t time(time_t *now) noexcept
{
    static const auto next = real<time_t (*)(time_t *)>("time");
    const time_t result = next(nullptr) + ahead();
    if (now)
        *now = result;
    return result;
}
}
