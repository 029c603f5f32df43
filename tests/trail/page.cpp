// SPDX-License-Identifier: GPL-3.0-or-later
// The exam page with a candidate who clicks. Writes "Saved" to the output the moment the page says so, for durable.py
// to hold against the system calls.
#include "dialogs.h"
#include "examdesk.h"
#include "exampage.h"
#include "messagebar.h"
#include "optionlist.h"
#include "theme.h"
#include "ui.h"
#include "workspace.h"

#include <QApplication>
#include <QEvent>
#include <QLabel>
#include <QTest>

#include <unistd.h>

using namespace lectern;

namespace
{

/// Writes "Saved" whenever a chosen option is painted while the page says that it is saved: what a person sees, and
/// when.
class Witness : public QObject
{
public:
    explicit Witness(const QLabel &saved)
        : m_saved(saved)
    {
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        const auto *row = qobject_cast<OptionRow *>(watched);
        if (event->type() == QEvent::Paint && row && row->isChecked() && m_saved.text() == QLatin1String("Saved")) {
            const QByteArray line = "Saved\n";
            if (::write(STDOUT_FILENO, line.constData(), static_cast<std::size_t>(line.size())) < 0)
                std::abort();
        }
        return QObject::eventFilter(watched, event);
    }

private:
    const QLabel &m_saved;
};

} // namespace

int main(int argc, char **argv)
{
    if (argc < 3)
        return 2;
    QApplication app(argc, argv);
    Environment environment;
    environment.packsFolder = QString::fromLocal8Bit(argv[2]);
    environment.backups = false;
    auto workspace = Workspace::open(QString::fromLocal8Bit(argv[1]), environment);
    if (!workspace)
        return 1;
    Theme theme;
    MessageBar messages(theme);
    DesktopDialogs dialogs;
    Ui ui{theme, messages, dialogs, [](const Place &) {}};
    ExamDesk &exam = (*workspace)->exam();
    if (!exam.start(exam.defaultSetup()).ok())
        return 1;
    ExamPage page(ExamDesks{exam, (*workspace)->reports(), (*workspace)->plan(), (*workspace)->guide(),
                      (*workspace)->settings(), (*workspace)->history(), (*workspace)->readiness()},
        ui);
    page.resize(1280, 800);
    page.show();
    if (!QTest::qWaitForWindowExposed(&page))
        return 1;
    const auto *savedLabel = page.findChild<QLabel *>(QStringLiteral("saved"));
    auto *options = page.findChild<OptionList *>();
    auto *next = page.findChild<QAbstractButton *>(QStringLiteral("next"));
    if (!savedLabel || !options || !next)
        return 1;
    Witness witness(*savedLabel);
    for (int row = 0; row < options->count(); ++row)
        options->row(row)->installEventFilter(&witness);
    for (int question = 0; question < 20; ++question) {
        QTest::mouseClick(options->row(question % options->count()), Qt::LeftButton);
        QApplication::processEvents();
        QTest::mouseClick(next, Qt::LeftButton);
        QApplication::processEvents();
    }
    return exam.running()->answeredCount() == 20 ? 0 : 1;
}
