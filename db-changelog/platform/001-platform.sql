--liquibase formatted sql

--changeset weir:platform-001 splitStatements:true endDelimiter:;

-- How far a sandbox tenant's time runs ahead of the wall clock. A tenant whose clock was never moved has no row.
CREATE TABLE platform_clock (
  tenant_id UUID NOT NULL,
  offset_ms BIGINT NOT NULL,
  PRIMARY KEY (tenant_id),
  CONSTRAINT platform_clock_forward CHECK (offset_ms >= 0)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- Events on their way. A delivered one is deleted. Workers serve all tenants by due time, so that index does not begin with one.
CREATE TABLE platform_outbox (
  tenant_id UUID NOT NULL,
  id UUID NOT NULL,
  event_type VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  payload JSON NOT NULL,
  created_at DATETIME(3) NOT NULL,
  attempts INT NOT NULL,
  next_attempt_at DATETIME(3) NOT NULL,
  last_error VARCHAR(500) NULL,
  dead_at DATETIME(3) NULL,
  PRIMARY KEY (id),
  KEY platform_outbox_due (dead_at, next_attempt_at, id),
  CONSTRAINT platform_outbox_attempts CHECK (attempts >= 0)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- Who does a job at present. Free once held_until has passed on the database's clock.
CREATE TABLE platform_lease (
  job VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  holder VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  held_until DATETIME(3) NOT NULL,
  PRIMARY KEY (job)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- Answers to requests that carried an Idempotency-Key, for 24 hours. Bodies are sealed: some hold a secret that is shown once.
CREATE TABLE platform_idempotency (
  tenant_id UUID NOT NULL,
  scope VARCHAR(100) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
  idem_key VARCHAR(255) CHARACTER SET ascii COLLATE ascii_nopad_bin NOT NULL,
  fingerprint VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  status SMALLINT NULL,
  media_type VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NULL,
  body MEDIUMBLOB NULL,
  created_at DATETIME(3) NOT NULL,
  finished_at DATETIME(3) NULL,
  PRIMARY KEY (tenant_id, scope, idem_key),
  KEY platform_idempotency_age (created_at),
  CONSTRAINT platform_idempotency_answered CHECK ((finished_at IS NULL) = (status IS NULL))
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- Who did what. Rows are only ever added.
CREATE TABLE platform_audit (
  tenant_id UUID NOT NULL,
  id UUID NOT NULL,
  happened_at DATETIME(3) NOT NULL,
  actor VARCHAR(100) NOT NULL,
  address VARCHAR(100) NOT NULL,
  action_name VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subject VARCHAR(200) NOT NULL,
  value_before JSON NULL,
  value_after JSON NULL,
  PRIMARY KEY (id),
  KEY platform_audit_newest (tenant_id, happened_at, id)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
