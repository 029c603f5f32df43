// SPDX-License-Identifier: GPL-3.0-or-later
// Loaded into the real program (LD_PRELOAD): for a while the operating system refuses every write to the profile, with
// the error that LECTERN_REFUSAL names, as a full disk (ENOSPC) or one that became read-only (EROFS) does. Meanwhile
// keys are pressed in the seat, and standard output says what the page shows: "<step>: <saved> | <message> | <chosen>".
#include <QAbstractButton>
#include <QApplication>
#include <QElapsedTimer>
#include <QLabel>
#include <QTest>
#include <QTimer>

#include <atomic>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/statvfs.h>
#include <unistd.h>

namespace
{

std::atomic<int> refusing = 0; ///< an errno; 0: nothing is refused

bool refused(int file)
{
    if (refusing == 0)
        return false;
    char link[64];
    char path[4096];
    std::snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    const ssize_t length = readlink(link, path, sizeof path - 1);
    path[length < 0 ? 0 : length] = '\0';
    if (!std::strstr(path, "/profile.lectern"))
        return false;
    errno = refusing;
    return true;
}

template<typename Function>
Function real(const char *name)
{
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

} // namespace

// What SQLite and Qt call, under the names of both widths of an offset.
extern "C" {

ssize_t write(int file, const void *bytes, size_t count)
{
    static const auto next = real<ssize_t (*)(int, const void *, size_t)>("write");
    return refused(file) ? -1 : next(file, bytes, count);
}

ssize_t pwrite(int file, const void *bytes, size_t count, off_t at)
{
    static const auto next = real<ssize_t (*)(int, const void *, size_t, off_t)>("pwrite");
    return refused(file) ? -1 : next(file, bytes, count, at);
}

ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t at)
{
    static const auto next = real<ssize_t (*)(int, const void *, size_t, off64_t)>("pwrite64");
    return refused(file) ? -1 : next(file, bytes, count, at);
}

int statvfs(const char *path, struct statvfs *about)
{
    static const auto next = real<int (*)(const char *, struct statvfs *)>("statvfs");
    const int result = next(path, about);
    if (refusing == EROFS)
        about->f_flag |= ST_RDONLY;
    return result;
}

int statvfs64(const char *path, struct statvfs64 *about)
{
    static const auto next = real<int (*)(const char *, struct statvfs64 *)>("statvfs64");
    const int result = next(path, about);
    if (refusing == EROFS)
        about->f_flag |= ST_RDONLY;
    return result;
}
}

namespace
{

class Candidate : public QObject
{
public:
    Candidate()
    {
        QTimer::singleShot(0, this, [this] { lookForSeat(); });
    }

private:
    template<typename T>
    T *shown(const char *name) const
    {
        const QWidgetList windows = QApplication::topLevelWidgets();
        for (QWidget *window : windows) {
            const auto found = window->findChildren<T *>(QLatin1String(name));
            for (T *widget : found) {
                if (widget->isVisible())
                    return widget;
            }
        }
        return nullptr;
    }

    void lookForSeat()
    {
        m_saved = shown<QLabel>("saved");
        if (m_saved)
            sit();
        else
            QTimer::singleShot(1, this, [this] { lookForSeat(); });
    }

    void press(int key)
    {
        QWidget *target = QApplication::focusWidget();
        QTest::keyClick(target ? target : m_saved->window(), Qt::Key(key));
    }

    void tell(const char *step) const
    {
        QString chosen;
        QString message;
        for (const QAbstractButton *button : m_saved->window()->findChildren<QAbstractButton *>()) {
            if (button->inherits("lectern::OptionRow") && button->isVisible())
                chosen += button->isChecked() ? QLatin1Char('x') : QLatin1Char('.');
        }
        for (const QWidget *widget : m_saved->window()->findChildren<QWidget *>()) {
            if (!widget->inherits("lectern::MessageBar") || !widget->isVisible())
                continue;
            for (const QLabel *label : widget->findChildren<QLabel *>())
                message += label->text();
        }
        const QByteArray line =
            QStringLiteral("%1: %2 | %3 | %4\n").arg(QLatin1String(step), m_saved->text(), message, chosen).toUtf8();
        std::fputs(line.constData(), stdout);
        std::fflush(stdout);
    }

    void sit()
    {
        QApplication::setActiveWindow(m_saved->window());
        press(Qt::Key_B);
        tell("before");
        refusing = qEnvironmentVariable("LECTERN_REFUSAL") == QLatin1String("EROFS") ? EROFS : ENOSPC;
        press(Qt::Key_N);
        press(Qt::Key_C);
        press(Qt::Key_F);
        tell("refused");
        press(Qt::Key_P);
        press(Qt::Key_N);
        tell("kept");
        refusing = 0;
        // Nothing is pressed any more: the page tries again by itself.
        waitUntilSaved();
    }

    void waitUntilSaved()
    {
        if (m_saved->text() == QLatin1String("Saved"))
            tell("after");
        else
            QTimer::singleShot(20, this, [this] { waitUntilSaved(); });
    }

    QLabel *m_saved = nullptr;
};

void begin()
{
    new Candidate; // works until the program is killed
}

} // namespace

Q_COREAPP_STARTUP_FUNCTION(begin)
