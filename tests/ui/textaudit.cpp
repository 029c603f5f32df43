// SPDX-License-Identifier: GPL-3.0-or-later
#include "textaudit.h"

#include "calendarview.h"
#include "codec.h"
#include "examdesk.h"
#include "guidedesk.h"
#include "historydesk.h"
#include "paintedtext.h"
#include "plandesk.h"
#include "questionwords.h"
#include "reportdesk.h"
#include "workspace.h"

#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QAction>
#include <QComboBox>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QTextEdit>
#include <QTimeZone>

#include <algorithm>

namespace lectern::test
{

namespace
{

constexpr int lineEditMargin = 2; ///< what QLineEdit keeps free at both ends
constexpr int proseLength = 12;   ///< from here on a piece of a value counts as data; shorter ones must be whole values
const QString accents = QStringLiteral("åçéğîñöšûýžÅÇÉĞÎÑÖŠÛÝŽ⟦⟧");

QString plain(QString text)
{
    static const QRegularExpression marks(QStringLiteral("<[^>]*>|[`*_\\\\&]"));
    return text.remove(marks).simplified();
}

/// Code within a sentence is painted apart from it.
QString packed(QString text)
{
    return text.remove(u' ');
}

void eachString(const QJsonValue &value, const std::function<void(const QString &)> &act)
{
    if (value.isString())
        act(value.toString());
    const QJsonArray array = value.toArray();
    for (const QJsonValue &part : array)
        eachString(part, act);
    const QJsonObject object = value.toObject();
    for (const QJsonValue &part : object)
        eachString(part, act);
}

QList<QWidget *> visibleParts(QWidget &shown)
{
    QList<QWidget *> parts{&shown};
    const auto children = shown.findChildren<QWidget *>();
    for (QWidget *child : children) {
        if (child->isVisible() && !child->visibleRegion().isEmpty() && child->window() == shown.window())
            parts.append(child);
    }
    return parts;
}

QString named(const QWidget &widget, const QString &text)
{
    const QWidget *parent = widget.parentWidget();
    return QStringLiteral("%1 in %2: “%3”")
        .arg(QLatin1String(widget.metaObject()->className()),
            parent ? QLatin1String(parent->metaObject()->className()) : QLatin1String("nothing"), text);
}

/// Text fields scroll within themselves and show what a person wrote; documents show data.
bool holdsForeignText(const QWidget &widget)
{
    const QWidget *owner = widget.parentWidget();
    return qobject_cast<const QTextEdit *>(&widget) || qobject_cast<const QTextEdit *>(owner) ||
           qobject_cast<const QPlainTextEdit *>(&widget) || qobject_cast<const QPlainTextEdit *>(owner);
}

const QAbstractItemView *viewOf(const QWidget &widget)
{
    const auto *view = qobject_cast<const QAbstractItemView *>(widget.parentWidget());
    return view && view->viewport() == &widget ? view : nullptr;
}

void hear(QAccessibleInterface *node, QStringList &texts, int depth = 0)
{
    constexpr int deepest = 40;
    if (!node || depth > deepest || node->state().invisible)
        return;
    // Qt names the parts of scroll bars and the buttons of fields.
    const QAccessible::Role role = node->role();
    if (role == QAccessible::ScrollBar)
        return;
    if (role != QAccessible::EditableText)
        texts << node->text(QAccessible::Name) << node->text(QAccessible::Description);
    if (role == QAccessible::SpinBox || role == QAccessible::ComboBox)
        return;
    for (int i = 0; i < node->childCount(); ++i)
        hear(node->child(i), texts, depth + 1);
}

} // namespace

void TextAudit::learnValue(const QString &value)
{
    const QString text = plain(value);
    if (m_values.contains(text))
        return;
    m_values.insert(text);
    m_prose += text + QStringLiteral(" ¶ ");
    m_packed += packed(text) + u'¶';
}

void TextAudit::learn(Workspace &workspace)
{
    const auto take = [this](const QByteArray &json) {
        const QJsonDocument document = QJsonDocument::fromJson(json);
        eachString(document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object()),
            [this](const QString &value) {
                const QStringList lines = value.split(u'\n');
                for (const QString &line : lines)
                    learnValue(line);
                learnValue(value);
            });
    };
    take(toJson(workspace.guide().certification()));
    for (const ReportDesk::Past &attempt : workspace.reports().history()) {
        const auto report = workspace.reports().report(attempt.id);
        if (!report)
            continue;
        for (const Item &item : report->items)
            take(toJson(item));
        for (const Miss &miss : report->misses)
            learnValue(miss.rule);
        for (const FormItem &seat : report->attempt.setup().items)
            learnValue(shortRevision(seat.revision));
    }
    if (const Attempt *running = workspace.exam().running()) {
        for (int position = 0; position < running->size(); ++position) {
            if (const auto item = workspace.exam().item(position))
                take(toJson(*item));
        }
    }
    learnValue(workspace.plan().appointment().place);
    const auto zones = QTimeZone::availableTimeZoneIds();
    for (const QByteArray &zone : zones)
        learnValue(QString::fromLatin1(zone));
    learnValue(QStringLiteral("Etc/UTC")); // a system's own zone may be missing in the list
    for (const QString &path : {workspace.profilePath(), QFileInfo(workspace.profilePath()).absolutePath()})
        learnValue(path);

    QStringList words;
    const QLocale locale;
    for (const QLocale::FormatType type : {QLocale::LongFormat, QLocale::ShortFormat}) {
        for (int month = 1; month <= 12; ++month)
            words << locale.monthName(month, type) << locale.standaloneMonthName(month, type);
        for (int day = 1; day <= 7; ++day)
            words << locale.dayName(day, type) << locale.standaloneDayName(day, type);
    }
    words << locale.amText() << locale.pmText();
    words.removeAll(QString());
    std::sort(words.begin(), words.end(), [](const QString &a, const QString &b) { return a.size() > b.size(); });
    for (QString &word : words)
        word = QRegularExpression::escape(word);
    // Keys, proper names, codes, and Qt's own button, which Qt's translations cover.
    m_localeWords.setPattern(QStringLiteral(
        "\\b(%1|UTC|[KM]iB|bytes|Lectern|Ctrl|Alt|Shift|Enter|Return|Esc|Space|Tab|Del|PgUp|PgDown|Up|Down|"
        "Python|SQL|Scala|YAML|JSON|Bash|Cancel|F\\d+|[DSW]\\d+(\\.\\d+)?)\\b")
                                 .arg(words.join(u'|')));
}

bool TextAudit::translated(QString text) const
{
    ++m_seen;
    if (std::any_of(text.cbegin(), text.cend(), [](QChar c) { return accents.contains(c); }))
        return true;
    text = plain(text);
    if (text.endsWith(u'…'))
        text.chop(1);
    if (m_values.contains(text) || (text.size() >= proseLength && m_prose.contains(text)))
        return true;
    text = text.remove(m_localeWords).simplified();
    // A code before or a date after a value.
    static const QRegularExpression edges(QStringLiteral("^[^\\p{L}]+|[^\\p{L}?.)]+$"));
    const QString bare = QString(text).remove(edges);
    if (m_values.contains(text) || m_values.contains(bare) || (bare.size() >= proseLength && m_prose.contains(bare)))
        return true;
    static const QRegularExpression word(QStringLiteral("\\p{L}{2}"));
    return !text.contains(word);
}

QStringList TextAudit::untranslated(QWidget &shown) const
{
    QStringList found;
    const auto check = [&](const QWidget &widget, const QString &text) {
        const QString line = named(widget, text);
        if (!translated(text) && !found.contains(line))
            found.append(line);
    };
    check(shown, shown.windowTitle());
    QStringList heard;
    hear(QAccessible::queryAccessibleInterface(&shown), heard);
    for (const QString &text : std::as_const(heard))
        check(shown, text);
    const auto parts = visibleParts(shown);
    for (QWidget *part : parts) {
        for (const QString &text : {part->toolTip(), part->accessibleName(), part->accessibleDescription()})
            check(*part, text);
        if (const auto *line = qobject_cast<const QLineEdit *>(part))
            check(*part, line->placeholderText());
        const auto actions = part->actions();
        for (const QAction *action : actions)
            check(*part, action->text());
        const auto *field = qobject_cast<const QLineEdit *>(part);
        if (holdsForeignText(*part) || (field && !field->text().isEmpty()))
            continue;
        const QList<PaintedText> painted = paintedText(*part);
        QStringList all;
        for (const PaintedText &run : painted)
            all.append(run.text);
        static const QRegularExpression letter(QStringLiteral("^[A-H] ")); // of an option
        const QString whole = all.join(u' ').remove(letter);
        if (translated(whole) || (whole.size() >= proseLength && m_packed.contains(packed(plain(whole)))))
            continue; // the lines of one wrapped value
        for (const PaintedText &run : painted)
            check(*part, run.text);
    }
    return found;
}

QStringList TextAudit::unmirrored(QWidget &shown)
{
    constexpr double tolerance = 4; // the room beside a digit differs from font to font
    const auto extent = [](QWidget &widget) {
        QRectF all;
        const auto painted = paintedText(widget);
        for (const PaintedText &run : painted)
            all |= run.place;
        return all;
    };
    QStringList found;
    const auto parts = visibleParts(shown);
    for (QWidget *part : parts) {
        // Code reads from left to right in every language; so do figures around a circle.
        // Qt's own fields and menus go by the direction of their text.
        if (holdsForeignText(*part) || (part->parentWidget() && part->parentWidget()->inherits("QChartView")) ||
            viewOf(*part) || !part->isRightToLeft() || qobject_cast<const QLineEdit *>(part) ||
            qobject_cast<const QMenu *>(part))
            continue;
        const QRectF right = extent(*part);
        if (right.isEmpty())
            continue;
        const auto *label = qobject_cast<const QLabel *>(part);
        if (label && !part->inherits("lectern::TextLabel")) {
            // Qt's labels go by the direction of their text.
            const bool trailing = label->alignment() & (Qt::AlignHCenter | Qt::AlignRight);
            if (!trailing && label->contentsRect().right() - right.right() > 4 * tolerance)
                found.append(named(*part, label->text()));
            continue;
        }
        const bool own = part->testAttribute(Qt::WA_SetLayoutDirection);
        part->setLayoutDirection(Qt::LeftToRight);
        const QRectF left = extent(*part);
        if (own)
            part->setLayoutDirection(Qt::RightToLeft);
        else
            part->unsetLayoutDirection();
        // Wrapped lines end where their words allow.
        const bool wrapped = label && label->wordWrap();
        if (std::abs(right.right() - (part->width() - left.left())) > tolerance ||
            (!wrapped && std::abs(right.left() - (part->width() - left.right())) > tolerance))
            found.append(named(*part, QStringLiteral("%1 to %2, mirrored %3 to %4 of %5")
                                          .arg(left.left())
                                          .arg(left.right())
                                          .arg(right.left())
                                          .arg(right.right())
                                          .arg(part->width())));
    }
    return found;
}

QStringList TextAudit::cut(QWidget &shown)
{
    QStringList found;
    const auto parts = visibleParts(shown);
    for (QWidget *part : parts) {
        // Its text is what a person enters, but its longest value is the program's to make room for.
        if (const auto *spin = qobject_cast<const QAbstractSpinBox *>(part)) {
            const auto *edit = spin->findChild<const QLineEdit *>();
            const int needed = edit->fontMetrics().horizontalAdvance(edit->text()) + 2 * lineEditMargin;
            if (needed > edit->width())
                found.append(named(
                    *part, QStringLiteral("%1” needs %2, has %3").arg(edit->text()).arg(needed).arg(edit->width())));
        }
        if (holdsForeignText(*part))
            continue;
        // Qt leaves out the lines that lie below a label, so that nothing of them is painted.
        if (const auto *label = qobject_cast<const QLabel *>(part); label && !label->text().isEmpty()) {
            const int needed = label->wordWrap() ? label->heightForWidth(label->width()) : label->sizeHint().height();
            if (needed > label->height() + label->fontMetrics().descent() + 1)
                found.append(named(*part, label->text()));
        }
        const QAbstractItemView *view = viewOf(*part);
        const auto painted = paintedText(*part);
        const bool readable = !part->toolTip().isEmpty() || part->inherits("lectern::TextLabel") || view ||
                              !part->accessibleName().isEmpty() || part->inherits("lectern::CalendarView");
        for (const PaintedText &run : painted) {
            // Rows of a list are scrolled to; only their width counts.
            const bool inside = view ? run.place.left() >= -2 && run.place.right() <= part->width() + 2 : run.inside;
            if (!inside)
                found.append(named(*part, QStringLiteral("%1” of “%8” at %2..%3, %4..%5 of %6x%7")
                                              .arg(run.text)
                                              .arg(run.place.left())
                                              .arg(run.place.right())
                                              .arg(run.place.top())
                                              .arg(run.place.bottom())
                                              .arg(part->width())
                                              .arg(part->height())
                                              .arg(part->property("text").toString())));
            else if (run.text.contains(u'…') && !readable && !qobject_cast<QMenu *>(part) &&
                     !part->property("text").toString().contains(u'…'))
                found.append(named(*part, run.text));
        }
    }
    return found;
}

namespace
{

/// The way down to the part that asks for most of the width.
QString widest(const QWidget *part)
{
    QString path;
    while (part) {
        const QWidget *most = nullptr;
        const auto children = part->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly);
        for (const QWidget *child : children) {
            const int asked = std::max(child->minimumWidth(), child->minimumSizeHint().width());
            if (child->isVisible() &&
                (!most || asked > std::max(most->minimumWidth(), most->minimumSizeHint().width())))
                most = child;
        }
        if (most)
            path += QStringLiteral(" > %1 %2")
                        .arg(QString::fromLatin1(most->metaObject()->className()))
                        .arg(std::max(most->minimumWidth(), most->minimumSizeHint().width()));
        part = most;
    }
    return path;
}

} // namespace

QStringList TextAudit::sideways(QWidget &shown)
{
    QStringList found;
    const auto areas = shown.findChildren<QAbstractScrollArea *>();
    for (QAbstractScrollArea *area : areas) {
        if (!area->isVisible() || qobject_cast<QTextEdit *>(area) || area->findChild<CalendarView *>())
            continue;
        const auto *scroll = qobject_cast<QScrollArea *>(area);
        const int content = scroll && scroll->widget() ? scroll->widget()->width() : 0;
        if (area->horizontalScrollBar()->maximum() > 0 || content > area->viewport()->width())
            found.append(named(*area, QStringLiteral("%1 wide in %2%3")
                                          .arg(content)
                                          .arg(area->viewport()->width())
                                          .arg(scroll ? widest(scroll->widget()) : QString())));
    }
    return found;
}

} // namespace lectern::test
