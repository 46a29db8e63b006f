package io.weir.specimens.kernel;

import com.fasterxml.jackson.annotation.JsonIgnoreType;

/** Breaks the kernel's purity. */
@JsonIgnoreType
public class Leaning {
}
