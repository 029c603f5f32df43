// SPDX-License-Identifier: GPL-3.0-or-later
// Loaded into the real program (LD_PRELOAD), which is killed while this works it: a candidate who presses keys in the
// seat as fast as the page answers, and says on standard output what was tried and what the page then showed as saved.
// LECTERN_CANDIDATE_SEED decides what is pressed.
#include <QApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QTest>
#include <QTimer>

#include <cstdio>
#include <random>

namespace
{

void say(const QString &line)
{
    std::fputs(qPrintable(line + u'\n'), stdout);
    std::fflush(stdout);
}

class Candidate : public QObject
{
public:
    Candidate()
        : m_chance(qEnvironmentVariableIntValue("LECTERN_CANDIDATE_SEED"))
    {
        QTimer::singleShot(0, this, [this] { lookForSeat(); });
    }

private:
    template<typename T>
    static T *shown(const char *name)
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
        m_status = shown<QLabel>("status");
        if (!m_status || !shown<QPushButton>("next")) {
            QTimer::singleShot(1, this, [this] { lookForSeat(); });
            return;
        }
        QApplication::setActiveWindow(m_status->window());
        say(QStringLiteral("seated"));
        act();
    }

    void press(int key)
    {
        QWidget *target = QApplication::focusWidget();
        QTest::keyClick(target ? target : m_status->window(), Qt::Key(key));
    }

    /// What the page says it has kept, in one word: "3 B", "3 flag 1", "3 unsure 0".
    QString acknowledged() const
    {
        static const QRegularExpression answer(QStringLiteral("^Question (\\d+): ([A-F]) saved$"));
        static const QRegularExpression mark(QStringLiteral("^Question (\\d+) (no longer )?(flagged|marked unsure)$"));
        const QString text = m_status->text();
        if (const auto match = answer.match(text); match.hasMatch())
            return QStringLiteral("answer %1 %2").arg(match.captured(1), match.captured(2));
        if (const auto match = mark.match(text); match.hasMatch())
            return QStringLiteral("%1 %2 %3")
                .arg(match.captured(3) == QLatin1String("flagged") ? QStringLiteral("flag") : QStringLiteral("unsure"),
                    match.captured(1), match.captured(2).isEmpty() ? QStringLiteral("1") : QStringLiteral("0"));
        return {};
    }

    void act()
    {
        const int choice = int(m_chance() % 20);
        if (choice < 9) {
            say(QStringLiteral("try answer"));
            press(Qt::Key_A + int(m_chance() % 4));
        } else if (choice < 12) {
            say(QStringLiteral("try flag"));
            press(Qt::Key_F);
        } else if (choice < 14) {
            say(QStringLiteral("try unsure"));
            press(Qt::Key_U);
        } else if (choice < 15) {
            write();
        } else if (choice < 19) {
            press(Qt::Key_N);
        } else {
            press(Qt::Key_P);
        }
        const QString kept = acknowledged();
        if (!kept.isEmpty() && kept != m_last)
            say(QStringLiteral("ack ") + kept);
        m_last = kept;
        // The last question leads to the review; back to the questions, then.
        if (!shown<QPushButton>("next"))
            press(Qt::Key_Escape);
        QTimer::singleShot(int(m_chance() % 4), this, [this] { act(); });
    }

    /// A note counts as saved once its panel is closed.
    void write()
    {
        press(Qt::Key_O);
        auto *editor = qobject_cast<QPlainTextEdit *>(QApplication::focusWidget());
        if (!editor || editor->isReadOnly())
            return;
        const QString text = QStringLiteral("n%1").arg(m_chance() % 100000);
        say(QStringLiteral("try note %1").arg(text));
        editor->selectAll();
        for (const QChar letter : text)
            QTest::keyClick(editor, letter.toLatin1());
        press(Qt::Key_Escape);
        say(QStringLiteral("ack note %1").arg(text));
    }

    std::mt19937 m_chance;
    QLabel *m_status = nullptr;
    QString m_last;
};

void begin()
{
    new Candidate; // works until the program is killed
}

} // namespace

Q_COREAPP_STARTUP_FUNCTION(begin)
