--liquibase formatted sql

--changeset weir:platform-003 splitStatements:true endDelimiter:;
-- Pieces of a job's work that failed by themselves, so that the others go on. Real time. subject_id: what the piece is to be done with.
CREATE TABLE platform_set_aside (
  tenant_id UUID NOT NULL,
  id UUID NOT NULL,
  job VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subject_id UUID NOT NULL,
  attempts INT NOT NULL,
  since DATETIME(3) NOT NULL,
  retry_at DATETIME(3) NOT NULL,
  error VARCHAR(500) NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT platform_set_aside_once UNIQUE (tenant_id, job, subject_id),
  KEY platform_set_aside_latest (tenant_id, since),
  CONSTRAINT platform_set_aside_attempts CHECK (attempts >= 1)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
