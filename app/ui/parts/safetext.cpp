// SPDX-License-Identifier: GPL-3.0-or-later
#include "safetext.h"

#include "theme.h"

#include <QAbstractTextDocumentLayout>
#include <QImage>
#include <QKeyEvent>
#include <QResizeEvent>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextTable>
#include <QWheelEvent>
#include <cmath>

namespace lectern
{

namespace
{

constexpr int readingLineHeight = 140; ///< percent of the font's own height, which makes 1.5 × its size

/// Something must be returned for an image: Qt tries the name as a file path where a document gives it nothing.
QVariant blank(int type)
{
    if (type != QTextDocument::ImageResource)
        return QByteArray();
    QImage image(1, 1, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    return image;
}

void eachFragment(QTextDocument &document, const std::function<void(const QTextBlock &, const QTextFragment &)> &act)
{
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        QList<QTextFragment> fragments; // formats may not change while a block is walked
        for (auto it = block.begin(); !it.atEnd(); ++it)
            fragments.append(it.fragment());
        for (const QTextFragment &fragment : std::as_const(fragments))
            act(block, fragment);
    }
}

bool isCode(const QTextBlock &block)
{
    return block.blockFormat().hasProperty(QTextFormat::BlockCodeFence) ||
           block.blockFormat().hasProperty(QTextFormat::BlockCodeLanguage);
}

/// Qt aligns a column's cells as Markdown says, but not its head.
void alignHead(QTextTable &table)
{
    for (int column = 0; table.rows() > 1 && column < table.columns(); ++column) {
        QTextBlockFormat format;
        format.setAlignment(table.cellAt(1, column).firstCursorPosition().blockFormat().alignment());
        table.cellAt(0, column).firstCursorPosition().mergeBlockFormat(format);
    }
}

} // namespace

void SafeDocument::setSafeMarkdown(const QString &markdown)
{
    setMarkdown(markdown,
        QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub) | QTextDocument::MarkdownNoHTML);
}

QVariant SafeDocument::loadResource(int type, const QUrl &name)
{
    Q_UNUSED(name)
    return blank(type);
}

void SafeDocument::dress(const Theme &theme)
{
    dress({theme.font(Theme::Role::Code).families(), theme.tokens(), double(theme.px(space::xs)), readingLineHeight});
}

void SafeDocument::dress(const Look &look)
{
    const Tokens &tokens = look.tokens;
    eachFragment(*this, [&](const QTextBlock &block, const QTextFragment &fragment) {
        const bool inBlock = block.blockFormat().hasProperty(QTextFormat::BlockCodeFence) ||
                             block.blockFormat().hasProperty(QTextFormat::BlockCodeLanguage);
        QTextCharFormat format;
        if (fragment.charFormat().fontFixedPitch() || inBlock) {
            format.setFontFamilies(look.codeFamilies);
            if (!inBlock)
                format.setBackground(tokens.track);
        }
        if (fragment.charFormat().isAnchor())
            format.setForeground(tokens.accent);
        if (format.isEmpty())
            return;
        QTextCursor cursor(this);
        cursor.setPosition(fragment.position());
        cursor.setPosition(fragment.position() + fragment.length(), QTextCursor::KeepAnchor);
        cursor.mergeCharFormat(format);
    });
    for (QTextBlock block = begin(); block.isValid(); block = block.next()) {
        QTextBlockFormat format;
        if (isCode(block))
            format.setBackground(tokens.code);
        else if (!QTextCursor(block).currentTable()) // whose cells would hold all of it below their text
            format.setLineHeight(look.lineHeight, QTextBlockFormat::ProportionalHeight);
        QTextCursor(block).mergeBlockFormat(format);
    }
    const auto frames = rootFrame()->childFrames();
    for (QTextFrame *frame : frames) {
        if (auto *table = qobject_cast<QTextTable *>(frame)) {
            QTextTableFormat format = table->format();
            format.setBorderCollapse(true);
            format.setBorder(1);
            format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
            format.setBorderBrush(tokens.line);
            format.setCellPadding(look.cellPadding);
            format.setCellSpacing(0);
            table->setFormat(format);
            alignHead(*table);
        }
    }
}

SafeText::SafeText(const Theme &theme, QWidget *parent)
    : QTextBrowser(parent)
    , m_theme(theme)
    , m_document(new SafeDocument(this))
{
    setDocument(m_document);
    setFrameShape(QFrame::NoFrame);
    setOpenLinks(false);
    setTabChangesFocus(true);
    setLineWrapMode(QTextEdit::WidgetWidth);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTextInteractionFlags(Qt::TextBrowserInteraction | Qt::TextSelectableByKeyboard);
    viewport()->setAutoFillBackground(false);
    m_document->setDocumentMargin(0);
    m_document->setUndoRedoEnabled(false);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);

    connect(this, &QTextBrowser::anchorClicked, this, [this](const QUrl &url) {
        if (url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http"))
            Q_EMIT linkActivated(url.toString(QUrl::FullyEncoded));
    });
    connect(&m_theme, &Theme::changed, this, &SafeText::render);
    setFont(m_theme.font(Theme::Role::Reading));
}

void SafeText::setSafeMarkdown(const QString &markdown)
{
    m_source = markdown;
    m_markdown = true;
    render();
}

void SafeText::setSafePlainText(const QString &text)
{
    m_source = text;
    m_markdown = false;
    render();
}

void SafeText::setZoom(int percent)
{
    if (percent == m_zoom)
        return;
    m_zoom = percent;
    render();
}

void SafeText::render()
{
    const QFont reading = zoomed(m_theme.font(Theme::Role::Reading), m_zoom);
    setFont(reading);
    m_document->setDefaultFont(reading);
    if (m_markdown)
        m_document->setSafeMarkdown(m_source);
    else
        m_document->setPlainText(m_source);
    m_document->dress(m_theme);
    setTextCursor(QTextCursor(m_document)); // the caret begins where reading does
    m_heights.clear();
    updateGeometry();
}

QVariant SafeText::loadResource(int type, const QUrl &name)
{
    Q_UNUSED(name)
    return blank(type);
}

QSize SafeText::sizeHint() const
{
    const int preferred = std::min(int(std::ceil(m_document->idealWidth())), 90 * fontMetrics().averageCharWidth());
    return {preferred, heightForWidth(width() > 0 ? width() : preferred)};
}

QSize SafeText::minimumSizeHint() const
{
    // Whatever its zoom: a page that can become narrow stays so.
    const QFontMetrics metrics(m_theme.font(Theme::Role::Reading));
    return {12 * metrics.averageCharWidth(), metrics.lineSpacing()};
}

int SafeText::heightForWidth(int width) const
{
    if (const auto known = m_heights.constFind(width); known != m_heights.constEnd())
        return *known;
    // The view's own document keeps its layout: measuring in it would move text under the reader's eyes.
    const int frame = 2 * frameWidth();
    int height = 0;
    if (width == this->width() && qFuzzyCompare(m_document->textWidth() + 1, viewport()->width() + 1.0)) {
        height = int(std::ceil(m_document->size().height())) + frame;
    } else {
        const std::unique_ptr<QTextDocument> copy(m_document->clone());
        copy->setDocumentMargin(0);
        copy->setDefaultTextOption(m_document->defaultTextOption());
        copy->setTextWidth(width - frame);
        height = int(std::ceil(copy->size().height())) + frame;
    }
    m_heights.insert(width, height);
    return height;
}

void SafeText::resizeEvent(QResizeEvent *event)
{
    QTextBrowser::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        updateGeometry();
}

void SafeText::wheelEvent(QWheelEvent *event)
{
    event->ignore(); // the page around it scrolls
}

void SafeText::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_PageUp || event->key() == Qt::Key_PageDown || event->key() == Qt::Key_Space) {
        event->ignore();
        return;
    }
    QTextBrowser::keyPressEvent(event);
}

} // namespace lectern
