# The uncertainty analysis of bench/scorecards.ts in plain R, vectorised where R is: the peer its time is held against.
# Arguments: a table of values (units in rows), a table of nodes (code, parent, direction, weight, level), draws.
arguments <- commandArgs(trailingOnly = TRUE)
values <- as.matrix(read.csv(arguments[1], check.names = FALSE))
nodes <- read.csv(arguments[2], stringsAsFactors = FALSE)
draws <- as.integer(arguments[3])
set.seed(1)

skewed <- function(x) {
  n <- length(x)
  d <- x - mean(x)
  m2 <- sum(d^2); m3 <- sum(d^3); m4 <- sum(d^4)
  skew <- sqrt(n) * m3 * sqrt(n * (n - 1)) / (m2^1.5 * (n - 2))
  kurtosis <- ((n + 1) * (n * m4 / m2^2 - 3) + 6) * (n - 1) / ((n - 2) * (n - 3))
  c(skew, abs(skew) > 2 && kurtosis > 3.5)
}

treat <- function(x, most) {
  y <- x
  moved <- 0
  check <- skewed(y)
  if (!check[2]) return(x)
  while (check[2] && moved < most) {
    end <- if (check[1] >= 0) max(y) else min(y)
    rest <- y[y != end]
    moved <- moved + sum(y == end)
    y[y == end] <- if (check[1] >= 0) max(rest) else min(rest)
    check <- skewed(y)
  }
  if (check[2]) log(x - min(x) + 0.01 * (max(x) - min(x))) else y
}

leaves <- nodes$code[nodes$level == 1]
direction <- nodes$direction[match(leaves, nodes$code)]
above <- nodes[nodes$level > 1, ]
above <- above$code[order(above$level)]

started <- proc.time()[["elapsed"]]
ranks <- matrix(0, nrow(values), draws)
for (draw in seq_len(draws)) {
  most <- sample(5, 1)
  scores <- apply(values[, leaves], 2, treat, most)
  scores <- sweep(scores, 2, direction, "*")
  scores <- if (runif(1) < 0.5) apply(scores, 2, function(x) (x - min(x)) / (max(x) - min(x)) * 99 + 1)
            else apply(scores, 2, function(x) (x - mean(x)) / sd(x) * 2 + 10)
  weight <- nodes$weight * ifelse(nodes$level %in% 2:3, 1 + 0.25 * (2 * runif(nrow(nodes)) - 1), 1)
  names(weight) <- nodes$code
  isArithmetic <- runif(1) < 0.5
  for (node in above) {
    parts <- nodes$code[which(nodes$parent == node)]
    w <- weight[parts] / sum(weight[parts])
    column <- if (isArithmetic) scores[, parts, drop = FALSE] %*% w else exp(log(scores[, parts, drop = FALSE]) %*% w)
    scores <- cbind(scores, matrix(column, dimnames = list(NULL, node)))
  }
  ranks[, draw] <- rank(-scores[, above[length(above)]], ties.method = "min")
}
quantiles <- apply(ranks, 1, quantile, c(0.05, 0.5, 0.95))
cat(proc.time()[["elapsed"]] - started, "\n", sep = "")
cat(quantiles[2, ], "\n")
