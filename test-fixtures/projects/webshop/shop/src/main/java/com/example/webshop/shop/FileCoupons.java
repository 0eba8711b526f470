package com.example.webshop.shop;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.commons.io.FileUtils;

/** Coupons as marketing drops them: one small file per code. */
final class FileCoupons implements Coupons {
  private final Path folder;

  FileCoupons(Path folder) {
    this.folder = folder;
  }

  @Override
  public int discount(String code) {
    if (code.isEmpty() || !code.chars().allMatch(Character::isLetterOrDigit)) {
      return 0;
    }
    File file = folder.resolve(code + ".txt").toFile();
    if (!file.exists()) {
      return 0;
    }
    try {
      return Integer.parseInt(FileUtils.readFileToString(file, StandardCharsets.UTF_8).trim());
    } catch (IOException e) {
      throw new UncheckedIOException("coupon " + code, e);
    }
  }
}
