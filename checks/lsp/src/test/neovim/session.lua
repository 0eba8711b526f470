-- What a user does in Neovim with its built-in client: open, read the diagnostics, apply a quick fix, type, close.
-- Called by run.sh, which sets the environment. Works with Neovim 0.7 and later.

local shop = vim.env.ASYNCLINT_SHOP
local published, errors, ended = {}, {}, nil

local function say(text)
  io.stdout:write("neovim: " .. text .. "\n")
end

local function check(holds, text)
  if not holds then
    error(text, 0)
  end
end

local function start()
  local command = { "sh", "-c", 'exec java -jar "$ASYNCLINT_JAR" lsp 2>"$ASYNCLINT_ERRORS"' }
  local shown = vim.lsp.handlers["textDocument/publishDiagnostics"]
  return vim.lsp.start_client({
    name = "asynclint",
    cmd = command,
    root_dir = shop,
    workspace_folders = { { uri = vim.uri_from_fname(shop), name = "webshop" } },
    on_error = function(code, err)
      table.insert(errors, "client error " .. tostring(code) .. " " .. vim.inspect(err))
    end,
    on_exit = function(code)
      ended = code
    end,
    handlers = {
      ["textDocument/publishDiagnostics"] = function(err, result, ...)
        published[result.uri] = #result.diagnostics
        return shown(err, result, ...)
      end,
      ["window/logMessage"] = function(_, result)
        if result.type == vim.lsp.protocol.MessageType.Error then
          table.insert(errors, result.message)
        end
      end,
      ["window/showMessage"] = function(_, result)
        if result.type <= vim.lsp.protocol.MessageType.Warning then
          table.insert(errors, result.message)
        end
      end,
    },
  })
end

local function open(client, file)
  vim.cmd("edit " .. vim.fn.fnameescape(shop .. "/" .. file))
  local buffer = vim.api.nvim_get_current_buf()
  check(vim.lsp.buf_attach_client(buffer, client), "the server does not take " .. file)
  return buffer
end

local function text(buffer)
  return vim.api.nvim_buf_get_lines(buffer, 0, -1, true)
end

local function rule(diagnostic)
  return diagnostic.code or diagnostic.user_data.lsp.code
end

-- The findings that are shown, as sorted lines "line rule".
local function found(buffer)
  local lines = {}
  for _, each in ipairs(vim.diagnostic.get(buffer)) do
    table.insert(lines, string.format("%04d %s", each.lnum + 1, rule(each)))
  end
  table.sort(lines)
  return lines
end

-- What the marks in the text say that should be shown.
local function expected(buffer)
  local lines = {}
  for number, line in ipairs(text(buffer)) do
    local name = line:match("// expect: (%w+)")
    if name then
      table.insert(lines, string.format("%04d %s", number, name))
    end
  end
  return lines
end

local function await(buffer, wanted, what)
  local came = vim.wait(60000, function()
    return vim.deep_equal(found(buffer), wanted)
  end, 20)
  check(came, what .. ": expected " .. vim.inspect(wanted) .. " but shown is " .. vim.inspect(found(buffer)))
end

local function fix(client, buffer, name)
  for _, each in ipairs(vim.diagnostic.get(buffer)) do
    if rule(each) == name then
      local from = { line = each.lnum, character = each.col }
      local to = { line = each.end_lnum, character = each.end_col }
      local answers = vim.lsp.buf_request_sync(buffer, "textDocument/codeAction", {
        textDocument = { uri = vim.uri_from_bufnr(buffer) },
        range = { start = from, ["end"] = to },
        context = {
          diagnostics = {
            { range = { start = from, ["end"] = to }, message = each.message, code = name, source = "asynclint" },
          },
        },
      }, 20000)
      check(answers and answers[client] and answers[client].result, "no answer to the question for code actions")
      for _, action in ipairs(answers[client].result) do
        if action.isPreferred then
          vim.lsp.util.apply_workspace_edit(action.edit, vim.lsp.get_client_by_id(client).offset_encoding)
          return action.title
        end
      end
      error("no fix is offered: " .. vim.inspect(answers[client].result), 0)
    end
  end
  error("no diagnostic of " .. name, 0)
end

local TOKENS = { "(", ")", "{", "}", ";", ".", '"', "'", "/*", "*/", "//", "->", "::", "<", ">", "@", "class X {", "return", "é", "if (", "null" }

local function edit(buffer)
  local lines = vim.api.nvim_buf_line_count(buffer)
  local row = math.random(0, lines - 1)
  local line = vim.api.nvim_buf_get_lines(buffer, row, row + 1, true)[1]
  local kind = math.random(1, 4)
  if kind == 1 then
    local column = math.random(0, #line)
    vim.api.nvim_buf_set_text(buffer, row, column, row, column, { TOKENS[math.random(#TOKENS)] })
  elseif kind == 2 then
    local from = math.random(0, #line)
    vim.api.nvim_buf_set_text(buffer, row, from, row, math.random(from, #line), {})
  elseif kind == 3 then
    vim.api.nvim_buf_set_lines(buffer, row, row, true, { line })
  else
    vim.api.nvim_buf_set_lines(buffer, row, row + 1, true, {})
  end
end

local function session()
  local client = start()
  check(client, "the server did not start")

  local routes = open(client, "shop/src/main/java/com/example/webshop/shop/CheckoutRoutes.java")
  local marks = expected(routes)
  check(#marks > 0, "the file has no marks")
  await(routes, marks, "diagnostics on opening")
  say(#marks .. " diagnostics where the marks are")

  local archive = open(client, "storage/src/main/java/com/example/webshop/storage/ReceiptArchive.java")
  await(archive, expected(archive), "diagnostics of the second file")
  local before = text(archive)
  local wanted, left = {}, {}
  for number, line in ipairs(before) do
    if line:find("expect: NestedFuture", 1, true) then
      wanted[number] = line:gsub("thenApply", "thenCompose")
    else
      wanted[number] = line
    end
  end
  for _, each in ipairs(expected(archive)) do
    if not each:find("NestedFuture", 1, true) then
      table.insert(left, each)
    end
  end
  local title = fix(client, archive, "NestedFuture")
  check(vim.deep_equal(text(archive), wanted), "after the fix the text is " .. table.concat(text(archive), "\n"))
  await(archive, left, "diagnostics after the fix")
  say("fix applied: " .. title)

  math.randomseed(tonumber(vim.env.ASYNCLINT_SEED))
  vim.api.nvim_set_current_buf(routes)
  local original = text(routes)
  for _ = 1, 100 do
    edit(routes)
    vim.wait(math.random(0, 100))
  end
  vim.api.nvim_buf_set_lines(routes, 0, -1, true, original)
  await(routes, marks, "diagnostics after a hundred random edits and back")
  say("100 random edits with seed " .. vim.env.ASYNCLINT_SEED .. ", and the diagnostics are those of the beginning")

  vim.cmd("bwipeout! " .. routes)
  vim.cmd("bwipeout! " .. archive)
  local cleared = vim.wait(20000, function()
    for _, count in pairs(published) do
      if count > 0 then
        return false
      end
    end
    return true
  end, 20)
  check(cleared, "diagnostics are left over: " .. vim.inspect(published))

  vim.lsp.stop_client(client)
  check(vim.wait(20000, function()
    return ended ~= nil
  end, 20), "the server did not end")
  check(ended == 0, "the server ended with " .. tostring(ended))
  check(#errors == 0, "errors: " .. vim.inspect(errors))
  say("closed, nothing left over")
end

local went, failure = xpcall(session, function(problem)
  return problem
end)
if not went then
  io.stderr:write("neovim: " .. tostring(failure) .. "\n")
  vim.cmd("cquit 1")
end
vim.cmd("qall!")
