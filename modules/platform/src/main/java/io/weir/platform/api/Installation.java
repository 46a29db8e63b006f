package io.weir.platform.api;

import java.nio.file.Path;
import java.util.List;

/** How this installation was set up: {@code WEIR_MODE}, {@code WEIR_BASE_URL}, {@code WEIR_HOME}. */
public interface Installation {
    /** Production refuses to make up secrets; demo makes them once and keeps them in {@link #home()}. */
    boolean isProduction();

    /** Names of the settings without which production must not start; empty in demo. */
    List<String> missingSecrets();

    /** Where people reach it, without a trailing slash. */
    String baseUrl();

    /** Where the installation keeps files of its own; not necessarily there yet. */
    Path home();
}
