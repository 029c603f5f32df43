// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "examdesk.h"
#include "generatedbank.h"
#include "guidedesk.h"
#include "printsheet.h"
#include "reportdesk.h"
#include "safetext.h"
#include "testworkspace.h"

#include <QDir>
#include <QPainter>
#include <QPdfDocument>
#include <QPdfSelection>
#include <QRegularExpression>
#include <QTextDocumentFragment>

namespace lectern::test
{

inline constexpr double pointsPerMillimetre = 72 / 25.4;

/// A workspace on made-up questions in which a form was sat: right, wrong, blank, changed, rated and flagged.
struct PrintBench {
    QTemporaryDir pack;
    TestWorkspace workspace{pack.path()};
    AttemptId attempt{};

    bool open(int questions)
    {
        const QString folder = pack.filePath(QStringLiteral("made-up"));
        return QDir().mkpath(folder) && writeGeneratedPack(folder) && workspace.open() && sit(questions);
    }

    bool sit(int questions)
    {
        ExamDesk &desk = workspace->exam();
        ExamDesk::Setup setup = desk.defaultSetup(AttemptMode::Timed);
        setup.questions = questions;
        setup.minutes = desk.minutesFor(setup);
        setup.rules.certainty = true;
        setup.rules.timePercent = 125;
        const auto started = desk.start(setup);
        if (!started)
            return false;
        attempt = *started;
        bool fine = true;
        for (int position = 0; position < questions; ++position) {
            fine = desk.show(position).ok() && fine;
            workspace.clock.advance(position % 7 == 0 ? 95000 : 40000);
            const Item item = desk.item(position).value();
            QStringList keys;
            QStringList wrongs;
            for (const Option &option : item.options)
                (option.key ? keys : wrongs).append(option.id);
            if (position % 5 != 4)
                fine = desk.answer(position, position % 3 == 0 ? QStringList{wrongs.constFirst()} : keys).ok() && fine;
            if (position % 4 == 0 && position % 5 != 4)
                fine = desk.rate(position, Certainty::Sure).ok() && fine;
            if (position % 6 == 0)
                fine = desk.setFlag(position, true).ok() && fine;
            if (position == 1)
                fine = desk.note(position, QStringLiteral("Look up what happens to late rows.")).ok() && fine;
        }
        return fine && desk.submit().ok();
    }

    ReportDesk &desk() { return workspace->reports(); }
    const Certification &certification() { return workspace->guide().certification(); }
    ReportDesk::Report report() { return desk().report(attempt).value(); }
    QString file(const QString &name) const { return workspace.folder() + u'/' + name; }
};

/// Readers of PDF differ in what they put where a line was broken.
inline QString squeezed(QString text)
{
    static const QRegularExpression spaces(QStringLiteral("[\\s\\x{00A0}\\x{0002}\\x{FFFE}]"));
    return text.remove(spaces);
}

inline QString inlineText(const QString &markdown)
{
    return QTextDocumentFragment::fromHtml(inlineRichText(markdown, QStringLiteral("monospace"))).toPlainText();
}

inline QString markdownText(const QString &markdown)
{
    SafeDocument document;
    document.setSafeMarkdown(markdown);
    return document.toPlainText();
}

inline QStringList pageTexts(QPdfDocument &pdf)
{
    QStringList pages;
    for (int page = 0; page < pdf.pageCount(); ++page)
        pages.append(squeezed(pdf.getAllText(page).text()));
    return pages;
}

inline QImage rendered(QPdfDocument &pdf, int page, double dotsPerInch)
{
    const QSizeF size = pdf.pagePointSize(page) * dotsPerInch / 72;
    QImage image(size.toSize(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.drawImage(0, 0, pdf.render(page, image.size()));
    return image;
}

} // namespace lectern::test
