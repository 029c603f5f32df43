// SPDX-License-Identifier: GPL-3.0-or-later
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/Theme>

KSyntaxHighlighting::Repository repository;
