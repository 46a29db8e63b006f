--liquibase formatted sql

--changeset weir:platform-002 splitStatements:true endDelimiter:;
-- A clock on its way: standing_at is the tenant's time, which does not pass meanwhile, and target_at where it is going. before_at: where the
-- latest way began; it stays.
ALTER TABLE platform_clock
  ADD COLUMN standing_at DATETIME(3) NULL,
  ADD COLUMN target_at DATETIME(3) NULL,
  ADD COLUMN before_at DATETIME(3) NULL,
  ADD CONSTRAINT platform_clock_on_its_way CHECK
    ((standing_at IS NULL) = (target_at IS NULL) AND (standing_at IS NULL OR (before_at IS NOT NULL AND standing_at <= target_at)));

-- What happened to a tenant while its clock was on its way, in its own time; noted_at is real. The same twice at one
-- moment is once: a step may be repeated.
CREATE TABLE platform_clock_entry (
  tenant_id UUID NOT NULL,
  id UUID NOT NULL,
  happened_at DATETIME(3) NOT NULL,
  noted_at DATETIME(3) NOT NULL,
  kind VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subject VARCHAR(200) NOT NULL,
  account_id UUID NULL,
  PRIMARY KEY (id),
  KEY platform_clock_entry_in_order (tenant_id, happened_at, id),
  CONSTRAINT platform_clock_entry_once UNIQUE (tenant_id, happened_at, kind, subject)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
