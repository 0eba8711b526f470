/** What is analysed: sources, class files and Maven projects, and what is known around them. */
package io.github.asynclint.project;
