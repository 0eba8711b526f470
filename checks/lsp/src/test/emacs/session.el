;;; session.el --- What a user does in Emacs with Eglot: open, read Flymake's diagnostics, apply a quick fix  -*- lexical-binding: t -*-
;; Called by run.sh, which sets the environment. The configuration is the one of docs/guides/editors.md.

(require 'cl-lib)
(package-initialize)
(require 'eglot)
(require 'flymake)

(defun session-say (format &rest arguments)
  (princ (concat "emacs: " (apply #'format format arguments) "\n")))

(defun session-await (what condition)
  "Wait until CONDITION, a function, holds; WHAT it is, for the message."
  (let ((until (+ (float-time) 60)))
    (while (not (funcall condition))
      (when (> (float-time) until)
        (error "%s: shown is %S" what (session-found)))
      (accept-process-output nil 0.05))))

(defun session-found ()
  "The findings that Flymake shows, as sorted lines `line rule'."
  (sort
   (mapcar
    (lambda (each)
      (format "%04d %s"
              (line-number-at-pos (flymake-diagnostic-beg each))
              (plist-get (cdr (assoc 'eglot-lsp-diag (flymake-diagnostic-data each))) :code)))
    (flymake-diagnostics))
   #'string<))

(defun session-expected ()
  "What the marks in the text say that should be shown."
  (save-excursion
    (goto-char (point-min))
    (let (lines)
      (while (re-search-forward "// expect: \\(\\w+\\)" nil t)
        (push (format "%04d %s" (line-number-at-pos) (match-string 1)) lines))
      (sort lines #'string<))))

(defun session-configure (guide jar)
  "Evaluate the Emacs Lisp of the GUIDE, with the path of the JAR that is tested."
  (with-temp-buffer
    (insert-file-contents guide)
    (re-search-forward "^```elisp\n")
    (let ((from (point)))
      (re-search-forward "^```$")
      (narrow-to-region from (match-beginning 0)))
    (goto-char (point-min))
    (search-forward "/path/to/asynclint.jar")
    (replace-match jar t t)
    (eval-buffer)))

(defun session ()
  (session-configure (getenv "ASYNCLINT_GUIDE") (getenv "ASYNCLINT_JAR"))
  (setq eglot-sync-connect 60
        eglot-connect-timeout 60
        create-lockfiles nil
        make-backup-files nil)
  (switch-to-buffer
   (find-file-noselect
    (expand-file-name "storage/src/main/java/com/example/webshop/storage/ReceiptArchive.java"
                      (getenv "ASYNCLINT_SHOP"))))
  (call-interactively #'eglot)
  (unless flymake-mode
    (error "Flymake is not on"))
  (flymake-start)
  (let* ((marks (session-expected))
         (nested (cl-find "NestedFuture" marks :test #'string-match-p))
         (wanted (replace-regexp-in-string
                  "^\\(.*\\)thenApply\\(.*// expect: NestedFuture.*\\)$" "\\1thenCompose\\2"
                  (buffer-string))))
    (session-await (format "diagnostics on opening: expected %S" marks)
                   (lambda () (equal (session-found) marks)))
    (session-say "%d diagnostics where the marks are" (length marks))
    (goto-char (point-min))
    (forward-line (1- (string-to-number nested)))
    (let ((at (cl-find (line-number-at-pos) (flymake-diagnostics)
                       :key (lambda (each) (line-number-at-pos (flymake-diagnostic-beg each)))))
          (title nil))
      (goto-char (flymake-diagnostic-beg at))
      ;; Return is pressed at the question which action it shall be.
      (cl-letf (((symbol-function 'completing-read)
                 (lambda (&rest arguments) (setq title (nth 6 arguments))))
                (last-nonmenu-event ?a))
        (call-interactively #'eglot-code-actions))
      (unless (equal (buffer-string) wanted)
        (error "After the fix the text is %s" (buffer-string)))
      (save-buffer)
      (session-say "fix applied: %s" title))
    (with-temp-buffer
      (insert-file-contents (getenv "ASYNCLINT_FILE"))
      (unless (equal (buffer-string) wanted)
        (error "The file is not what the buffer is: %s" (buffer-string)))
      (goto-char (point-min))
      (forward-line (1- (string-to-number nested)))
      (session-say "in the file: %s"
                   (string-trim (buffer-substring (point) (line-end-position)))))
    (let ((left (remove nested marks)))
      (session-await (format "diagnostics after the fix: expected %S" left)
                     (lambda () (equal (session-found) left))))
    (eglot-shutdown (eglot-current-server) nil 20)
    (session-say "closed, %d diagnostics were left" (length (remove nested marks)))))

(condition-case problem
    (session)
  (error
   (session-say "%s" (error-message-string problem))
   (kill-emacs 1)))
(kill-emacs 0)

;;; session.el ends here
