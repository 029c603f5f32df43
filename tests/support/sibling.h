// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

namespace lectern::test
{

/// A process of its own that does something with the profile, says so and then waits to be killed.
class Sibling
{
public:
    template<typename Act>
    explicit Sibling(Act act)
    {
        int ready[2];
        if (pipe(ready) != 0)
            return;
        m_pid = fork();
        if (m_pid == 0) {
            const char done = act() ? 'y' : 'n';
            const auto written = write(ready[1], &done, 1);
            while (written == 1)
                pause();
            _exit(1);
        }
        char answer = 'n';
        m_ready = read(ready[0], &answer, 1) == 1 && answer == 'y';
        close(ready[0]);
        close(ready[1]);
    }
    ~Sibling() { kill(); }

    bool ready() const { return m_ready; }
    void kill()
    {
        if (m_pid > 0) {
            ::kill(m_pid, SIGKILL);
            waitpid(m_pid, nullptr, 0);
        }
        m_pid = 0;
    }

private:
    pid_t m_pid = 0;
    bool m_ready = false;
};

} // namespace lectern::test
