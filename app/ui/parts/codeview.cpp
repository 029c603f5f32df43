// SPDX-License-Identifier: GPL-3.0-or-later
#include "codeview.h"

#include "theme.h"
#include "widgets.h"

#include <QAbstractTextDocumentLayout>
#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPainter>
#include <QScrollBar>
#include <QShortcut>
#include <QTextBlock>
#include <QTextEdit>
#include <QToolButton>
#include <QWheelEvent>
#include <cmath>

#ifdef LECTERN_HAS_HIGHLIGHTING
#include <KSyntaxHighlighting/AbstractHighlighter>
#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/State>
#include <KSyntaxHighlighting/Theme>
#include <QSyntaxHighlighter>
#endif

namespace lectern
{

namespace
{

constexpr int smallestZoom = 100;
constexpr int largestZoom = 300;
constexpr int zoomStep = 25;
constexpr int codeLineHeight = 120; ///< percent of the fixed font's height, which makes 1.4 × its size

const QString smallerKeys = QStringLiteral("Ctrl+-");
const QString largerKeys = QStringLiteral("Ctrl++");

struct Language {
    QLatin1String id;         ///< as in content packs
    QLatin1String title;      ///< a proper name in every tongue
    QLatin1String definition; ///< KSyntaxHighlighting's
};

constexpr Language languages[] = {
    {QLatin1String("sql"), QLatin1String("SQL"), QLatin1String("SQL")},
    {QLatin1String("python"), QLatin1String("Python"), QLatin1String("Python")},
    {QLatin1String("scala"), QLatin1String("Scala"), QLatin1String("Scala")},
    {QLatin1String("yaml"), QLatin1String("YAML"), QLatin1String("YAML")},
    {QLatin1String("json"), QLatin1String("JSON"), QLatin1String("JSON")},
    {QLatin1String("bash"), QLatin1String("Bash"), QLatin1String("Bash")},
};

const Language *languageOf(const QString &id)
{
    const auto found = std::find_if(
        std::begin(languages), std::end(languages), [&id](const Language &language) { return language.id == id; });
    return found == std::end(languages) ? nullptr : found;
}

/// The text, as high as it is long; the page around it scrolls. Line numbers stand in its left margin.
class CodeText : public QTextEdit
{
public:
    explicit CodeText(const Theme &theme, QWidget *parent)
        : QTextEdit(parent)
        , m_theme(theme)
    {
        setReadOnly(true);
        setUndoRedoEnabled(false);
        setFrameShape(QFrame::NoFrame);
        setLayoutDirection(Qt::LeftToRight);
        setTabChangesFocus(true);
        setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        document()->setDocumentMargin(0);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        connect(
            document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this, [this] { fit(); });
    }

    void fit()
    {
        const int digits = std::max(2, int(QString::number(document()->blockCount()).size()));
        const int gutter = fontMetrics().horizontalAdvance(u'0') * digits + m_theme.px(space::xl);
        const int pad = m_theme.px(space::s);
        setViewportMargins(gutter, pad, m_theme.px(space::m), pad);
        const bool bar = lineWrapMode() == NoWrap && document()->idealWidth() > viewport()->width();
        const int height = int(std::ceil(document()->size().height())) + 2 * pad +
                           (bar ? horizontalScrollBar()->sizeHint().height() : 0);
        if (height != minimumHeight())
            setFixedHeight(height);
    }

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        QTextEdit::resizeEvent(event);
        fit();
    }

    void wheelEvent(QWheelEvent *event) override
    {
        if (std::abs(event->angleDelta().x()) > std::abs(event->angleDelta().y()))
            QTextEdit::wheelEvent(event);
        else
            event->ignore();
    }

    void keyPressEvent(QKeyEvent *event) override
    {
        if (event->key() == Qt::Key_PageUp || event->key() == Qt::Key_PageDown || event->key() == Qt::Key_Space)
            event->ignore();
        else
            QTextEdit::keyPressEvent(event);
    }

    bool event(QEvent *event) override
    {
        const bool done = QTextEdit::event(event);
        if (event->type() == QEvent::Paint)
            paintLineNumbers();
        return done;
    }

private:
    void paintLineNumbers()
    {
        QPainter painter(this);
        painter.setFont(font());
        painter.setPen(m_theme.tokens().muted);
        const int right = viewport()->x() - m_theme.px(space::m);
        for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
            const QRectF place = document()->documentLayout()->blockBoundingRect(block);
            const QTextLine line = block.layout()->lineAt(0);
            painter.drawText(QRectF(0, viewport()->y() + place.y() + line.y(), right, line.height()),
                Qt::AlignRight | Qt::AlignVCenter, QString::number(block.blockNumber() + 1));
        }
    }

    const Theme &m_theme;
};

#ifdef LECTERN_HAS_HIGHLIGHTING

/// The language definitions: slow to load, so made when the first code is shown and kept for the next.
class Languages : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    static KSyntaxHighlighting::Repository &repository()
    {
        auto *known = qApp->findChild<Languages *>(QString(), Qt::FindDirectChildrenOnly);
        if (!known)
            known = new Languages(qApp);
        return known->m_repository;
    }

private:
    KSyntaxHighlighting::Repository m_repository;
};

/// Keeps the parser's state at the end of a line.
class LineState : public QTextBlockUserData
{
public:
    KSyntaxHighlighting::State state;
};

/// What the library's styles come down to.
enum class CodePart { Plain, Keyword, Type, String, Function, Number, Comment };

CodePart partOf(const KSyntaxHighlighting::Format &format)
{
    using Style = KSyntaxHighlighting::Theme::TextStyle;
    switch (format.textStyle()) {
    case Style::Keyword:
    case Style::ControlFlow:
        return CodePart::Keyword;
    case Style::DataType:
        return CodePart::Type;
    case Style::String:
    case Style::VerbatimString:
    case Style::SpecialString:
    case Style::Char:
    case Style::SpecialChar:
        return CodePart::String;
    case Style::Function:
    case Style::BuiltIn:
    case Style::Extension:
    case Style::Import:
    case Style::Preprocessor:
    case Style::Attribute:
        return CodePart::Function;
    case Style::DecVal:
    case Style::BaseN:
    case Style::Float:
    case Style::Constant:
        return CodePart::Number;
    case Style::Comment:
    case Style::Documentation:
    case Style::Annotation:
    case Style::CommentVar:
        return CodePart::Comment;
    default:
        return CodePart::Plain;
    }
}

QTextCharFormat lookOf(CodePart part, const Tokens &tokens)
{
    QTextCharFormat look;
    switch (part) {
    case CodePart::Keyword:
        look.setFontWeight(QFont::Bold);
        [[fallthrough]];
    case CodePart::Type:
        look.setForeground(tokens.codeKeyword);
        break;
    case CodePart::String:
        look.setForeground(tokens.codeString);
        break;
    case CodePart::Function:
        look.setForeground(tokens.codeFunction);
        break;
    case CodePart::Number:
        look.setForeground(tokens.codeNumber);
        break;
    case CodePart::Comment:
        look.setForeground(tokens.codeComment);
        look.setFontItalic(true);
        break;
    case CodePart::Plain:
        break;
    }
    return look;
}

/// Adds what paper needs in the place of colour.
QTextCharFormat paperLookOf(CodePart part)
{
    QTextCharFormat look = lookOf(part, paperTokens());
    if (part == CodePart::Type)
        look.setFontWeight(QFont::Bold);
    if (part == CodePart::String || part == CodePart::Type)
        look.setFontItalic(true);
    if (part == CodePart::Function)
        look.setFontUnderline(true);
    return look;
}

class PaperHighlighter : public KSyntaxHighlighting::AbstractHighlighter
{
public:
    QList<QTextLayout::FormatRange> line(const QString &text)
    {
        m_ranges.clear();
        m_state = highlightLine(text, m_state);
        return m_ranges;
    }

protected:
    void applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format) override
    {
        const CodePart part = partOf(format);
        if (part != CodePart::Plain && length > 0)
            m_ranges.append({offset, length, paperLookOf(part)});
    }

private:
    KSyntaxHighlighting::State m_state;
    QList<QTextLayout::FormatRange> m_ranges;
};

KSyntaxHighlighting::Definition definitionOf(const QString &language)
{
    const Language *known = languageOf(language);
    return known && CodeView::highlightingAvailable() ? Languages::repository().definitionForName(known->definition)
                                                      : KSyntaxHighlighting::Definition();
}

/// Colours by our tokens, whose contrast is tested, instead of by a theme of the library.
class TokenHighlighter : public QSyntaxHighlighter, public KSyntaxHighlighting::AbstractHighlighter
{
public:
    TokenHighlighter(const Theme &theme, QTextDocument *document)
        : QSyntaxHighlighter(document)
        , m_theme(theme)
    {
    }

    void setActive(bool active) { m_active = active; }

protected:
    void highlightBlock(const QString &text) override
    {
        if (!m_active)
            return;
        KSyntaxHighlighting::State state;
        const QTextBlock previous = currentBlock().previous();
        if (const auto *before = static_cast<LineState *>(previous.isValid() ? previous.userData() : nullptr))
            state = before->state;
        auto after = std::make_unique<LineState>();
        after->state = highlightLine(text, state);
        setCurrentBlockUserData(after.release());
    }

    void applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format) override
    {
        const CodePart part = partOf(format);
        if (part != CodePart::Plain)
            setFormat(offset, length, lookOf(part, m_theme.tokens()));
    }

private:
    const Theme &m_theme;
    bool m_active = false;
};

#endif

} // namespace

struct CodeView::Private {
    explicit Private(const Theme &look)
        : theme(look)
    {
    }

    const Theme &theme;
    QLabel *title = nullptr;
    QLabel *zoomLabel = nullptr;
    QToolButton *wrapButton = nullptr;
    QToolButton *smaller = nullptr;
    QToolButton *larger = nullptr;
    CodeText *text = nullptr;
    int zoom = smallestZoom;
    bool highlighted = false;
#ifdef LECTERN_HAS_HIGHLIGHTING
    std::unique_ptr<TokenHighlighter> highlighter;
#endif

    static void rename(QToolButton *button, const QString &name, const QString &keys)
    {
        button->setAccessibleName(name);
        button->setToolTip(QStringLiteral("%1 (%2)").arg(name, QKeySequence(keys).toString(QKeySequence::NativeText)));
    }

    QToolButton *tool(const QString &icon, const QString &name, const QString &keys, CodeView *view)
    {
        auto *button = qobject_cast<QToolButton *>(iconButton(theme, icon, name));
        rename(button, name, keys);
        auto *shortcut = new QShortcut(QKeySequence(keys), view);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut); // several code views may be on a page
        QObject::connect(shortcut, &QShortcut::activated, button, &QAbstractButton::click);
        return button;
    }

    /// Before the text is set: then it is highlighted on its way to the one layout that it gets.
    void prepareFor(const QString &language)
    {
        highlighted = false;
#ifdef LECTERN_HAS_HIGHLIGHTING
        const KSyntaxHighlighting::Definition definition = definitionOf(language);
        highlighted = definition.isValid();
        if (highlighted && !highlighter)
            highlighter = std::make_unique<TokenHighlighter>(theme, text->document());
        if (highlighted && highlighter->definition() != definition)
            highlighter->setDefinition(definition);
        if (highlighter)
            highlighter->setActive(highlighted);
#else
        Q_UNUSED(language)
#endif
    }

    void setText(const QString &code) const
    {
        QTextBlockFormat line;
        line.setLineHeight(codeLineHeight, QTextBlockFormat::ProportionalHeight);
        QTextCursor all(text->document());
        all.beginEditBlock();
        all.select(QTextCursor::Document);
        all.removeSelectedText();
        all.setBlockFormat(line);
        all.insertText(code, QTextCharFormat());
        all.endEditBlock();
        text->setTextCursor(QTextCursor(text->document()));
    }

    void restyle()
    {
        const QFont code = zoomed(theme.font(Theme::Role::Code), zoom);
        text->setFont(code);
        text->document()->setDefaultFont(code);
        zoomLabel->setText(QStringLiteral("%1 %").arg(zoom));
        smaller->setEnabled(zoom > smallestZoom);
        larger->setEnabled(zoom < largestZoom);
        text->fit();
    }

    void recolour()
    {
#ifdef LECTERN_HAS_HIGHLIGHTING
        if (highlighter)
            highlighter->rehighlight();
#endif
    }
};

CodeView::CodeView(const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , d(new Private(theme))
{
    setObjectName(QStringLiteral("codeView"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    d->title = new TextLabel(theme, Theme::Role::Small);
    d->zoomLabel = new TextLabel(theme, Theme::Role::Small);
    d->text = new CodeText(theme, this);
    d->wrapButton = d->tool(QStringLiteral("text-wrap"), tr("Wrap long lines"), QStringLiteral("Alt+Z"), this);
    d->wrapButton->setCheckable(true);
    d->smaller = d->tool(QStringLiteral("format-font-size-less"), tr("Smaller code"), smallerKeys, this);
    d->larger = d->tool(QStringLiteral("format-font-size-more"), tr("Larger code"), largerKeys, this);
    QToolButton *copy = d->tool(QStringLiteral("edit-copy"), tr("Copy the code"), QStringLiteral("Ctrl+Shift+C"), this);

    auto *head = new QWidget(this);
    auto *tools = new QHBoxLayout(head);
    tools->setContentsMargins(theme.px(space::m), 0, theme.px(space::xs), 0);
    tools->setSpacing(theme.px(space::xs));
    tools->addWidget(d->title, 1);
    for (QWidget *tool : std::initializer_list<QWidget *>{d->wrapButton, d->smaller, d->zoomLabel, d->larger, copy})
        tools->addWidget(tool);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    layout->addWidget(head);
    layout->addWidget(hairline(this));
    layout->addWidget(d->text);

    setWrap(false);
    connect(d->wrapButton, &QToolButton::toggled, this, [this](bool on) {
        setWrap(on);
        Q_EMIT wrapChanged(on);
    });
    connect(d->smaller, &QToolButton::clicked, this, [this] { zoomBy(-1); });
    connect(d->larger, &QToolButton::clicked, this, [this] { zoomBy(1); });
    connect(
        copy, &QToolButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(d->text->toPlainText()); });
    connect(&theme, &Theme::changed, this, [this] {
        d->restyle();
        d->recolour();
    });
    d->restyle();
}

CodeView::~CodeView() = default;

void CodeView::setCode(const QString &language, const QString &text)
{
    const Language *known = languageOf(language);
    d->title->setText(known ? QString(known->title) : tr("Text"));
    d->text->setAccessibleName(tr("Code, %1").arg(d->title->text()));
    QString code = text;
    while (code.endsWith(u'\n'))
        code.chop(1);
    d->prepareFor(language);
    d->setText(code);
    d->text->fit();
}

void CodeView::setZoom(int percent)
{
    const int zoom = std::clamp(percent, smallestZoom, largestZoom);
    if (zoom == d->zoom)
        return;
    d->zoom = zoom;
    d->restyle();
}

void CodeView::zoomBy(int steps)
{
    const int before = d->zoom;
    setZoom(before + steps * zoomStep);
    if (d->zoom != before)
        Q_EMIT zoomChanged(d->zoom);
}

void CodeView::leadZoom()
{
    d->rename(d->smaller, tr("Smaller text"), smallerKeys);
    d->rename(d->larger, tr("Larger text"), largerKeys);
    const auto keys = findChildren<QShortcut *>();
    for (QShortcut *key : keys)
        key->setEnabled(key->key() != QKeySequence(smallerKeys) && key->key() != QKeySequence(largerKeys));
}

QTextEdit *CodeView::text() const
{
    return d->text;
}

int CodeView::zoom() const
{
    return d->zoom;
}

void CodeView::setWrap(bool wrap)
{
    const QSignalBlocker quiet(d->wrapButton);
    d->wrapButton->setChecked(wrap);
    d->text->setLineWrapMode(wrap ? QTextEdit::WidgetWidth : QTextEdit::NoWrap);
    d->text->setWordWrapMode(wrap ? QTextOption::WrapAtWordBoundaryOrAnywhere : QTextOption::NoWrap);
    d->text->fit();
}

bool CodeView::highlighted() const
{
    return d->highlighted;
}

bool CodeView::highlightingAvailable()
{
#ifdef LECTERN_HAS_HIGHLIGHTING
    return qEnvironmentVariableIntValue("LECTERN_PLAIN_CODE") != 1;
#else
    return false;
#endif
}

QList<QList<QTextLayout::FormatRange>> CodeView::paperFormats(const QString &language, const QString &text)
{
    const QStringList lines = text.split(u'\n');
    QList<QList<QTextLayout::FormatRange>> formats(lines.size());
#ifdef LECTERN_HAS_HIGHLIGHTING
    const KSyntaxHighlighting::Definition definition = definitionOf(language);
    if (!definition.isValid())
        return formats;
    PaperHighlighter highlighter;
    highlighter.setDefinition(definition);
    for (int i = 0; i < lines.size(); ++i)
        formats[i] = highlighter.line(lines.at(i));
#else
    Q_UNUSED(language)
#endif
    return formats;
}

} // namespace lectern

#ifdef LECTERN_HAS_HIGHLIGHTING
#include "codeview.moc"
#endif
